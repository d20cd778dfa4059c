import type { StepKind } from './step-kind.ts';
import { bodyFill } from './steps/body-fill.ts';
import { blockDecrypt, blockEncrypt } from './steps/block-cipher.ts';
import { envelopeRead, envelopeWrite } from './steps/envelope.ts';
import { errorsReport } from './steps/errors-report.ts';
import { pageRead } from './steps/page-read.ts';
import { fieldPlace, fieldTake } from './steps/field.ts';
import { formRead, formWrite } from './steps/form.ts';
import { bodyNone, messageNone, messageTake, messageText } from './steps/plain-message.ts';
import { signJoin } from './steps/sign-join.ts';
import { charsetDecode, charsetEncode } from './steps/charset.ts';
import { sm2Decrypt, sm2Encrypt, sm4Decrypt, sm4Encrypt } from './steps/cipher.ts';
import { headerCheck } from './steps/header-check.ts';
import { headerFill } from './steps/header-fill.ts';
import { jsonFold, jsonUnfold } from './steps/json-in-text.ts';
import { bodyClear, bodyPlace, bodyRestore, bodyTake, jsonRead, jsonWrite } from './steps/json.ts';
import { messageRead, messageWrite } from './steps/message.ts';
import { nonceDraw, nonceTake } from './steps/nonce.ts';
import { pageCheck } from './steps/page-check.ts';
import { compareSignature, digest, hmacSm3, signSecret, sm2Sign, sm2Verify } from './steps/sign.ts';
import { signString } from './steps/sign-string.ts';
import { sizeCheck } from './steps/size-check.ts';
import { textDecode, textEncode } from './steps/text-encoding.ts';

const all: readonly StepKind<unknown>[] = [
  blockDecrypt,
  blockEncrypt,
  bodyClear,
  bodyFill,
  bodyNone,
  bodyPlace,
  bodyRestore,
  bodyTake,
  charsetDecode,
  charsetEncode,
  compareSignature,
  digest,
  envelopeRead,
  envelopeWrite,
  errorsReport,
  fieldPlace,
  fieldTake,
  formRead,
  formWrite,
  headerCheck,
  headerFill,
  hmacSm3,
  jsonFold,
  jsonRead,
  jsonUnfold,
  jsonWrite,
  messageNone,
  messageRead,
  messageTake,
  messageText,
  messageWrite,
  nonceDraw,
  nonceTake,
  pageCheck,
  pageRead,
  signJoin,
  signSecret,
  signString,
  sizeCheck,
  sm2Decrypt,
  sm2Encrypt,
  sm2Sign,
  sm2Verify,
  sm4Decrypt,
  sm4Encrypt,
  textDecode,
  textEncode,
];

/** The closed vocabulary that profiles are written in. */
export const stepKinds: ReadonlyMap<string, StepKind<unknown>> = new Map(all.map((kind) => [kind.kind, kind]));
