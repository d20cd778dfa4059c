import { hexFromBytes } from '../../shared/crypto/encodings/hex.ts';
import { bytesFromBase64 } from '../../shared/crypto/encodings/base64.ts';
import type { CryptoEngine } from '../../shared/crypto/engine.ts';
import { readCertificate } from '../../shared/crypto/keys/read-certificate.ts';
import type { Sm2Certificate } from '../../shared/crypto/keys/read-certificate.ts';
import { readPkcs12 } from '../../shared/crypto/keys/read-pkcs12.ts';
import { readPrivateKey } from '../../shared/crypto/keys/read-private-key.ts';
import { readPublicKey } from '../../shared/crypto/keys/read-public-key.ts';
import { HufuError } from '../../shared/hufu-error.ts';
import type { VectorResult } from './vector-result.ts';

export interface KeyVector {
  readonly tcId: number;
  readonly comment: string;
  readonly flags: readonly string[];
  readonly kind: 'private' | 'public' | 'certificate' | 'pkcs12';
  readonly form: string;
  readonly input: string;
  readonly inputEncoding: 'text' | 'base64';
  readonly password?: string;
  readonly expected?: Readonly<Record<string, string | boolean>>;
  readonly result: 'valid' | 'invalid' | 'acceptable';
}

export interface KeyVectors {
  readonly numberOfTests: number;
  readonly testGroups: ReadonlyArray<{ readonly tests: readonly KeyVector[] }>;
}

export interface KeyVectorResult extends VectorResult {
  /** Code of the refusal; absent when a key was read. */
  readonly refusal?: string;
}

/** Reads every key of `keys.json` with `engine` and judges the outcome. Needs no Node: it runs in a browser too. */
export async function judgeKeys(engine: CryptoEngine, vectors: KeyVectors): Promise<readonly KeyVectorResult[]> {
  const results: KeyVectorResult[] = [];
  for (const vector of vectors.testGroups.flatMap((group) => group.tests)) results.push(await judge(vector, engine));
  return results;
}

async function judge(vector: KeyVector, engine: CryptoEngine): Promise<KeyVectorResult> {
  const { tcId } = vector;
  try {
    return { tcId, ...verdict(problemOfReading(vector, await read(vector, engine))) };
  } catch (error) {
    if (!(error instanceof HufuError)) return { tcId, ...verdict(`no HufuError: ${String(error)}`) };
    return { tcId, ...verdict(problemOfRefusal(vector, error)), refusal: error.code };
  }
}

function verdict(problem: string | undefined): Omit<KeyVectorResult, 'tcId'> {
  return { file: 'keys', passed: problem === undefined, ...(problem === undefined ? {} : { why: problem }) };
}

type Reading = Readonly<Record<string, string | boolean | undefined>>;

async function read({ kind, input, inputEncoding, password }: KeyVector, engine: CryptoEngine): Promise<Reading> {
  const given = inputEncoding === 'base64' ? bytesFromBase64(input) : input;
  const options = { engine, ...(password === undefined ? {} : { password }) };
  switch (kind) {
    case 'private': {
      const key = await readPrivateKey(given, options);
      return { form: key.form, privateKey: hexFromBytes(key.privateKey), publicKey: hexFromBytes(key.publicKey) };
    }
    case 'public': {
      const key = await readPublicKey(given, options);
      return { form: key.form, publicKey: hexFromBytes(key.publicKey) };
    }
    case 'certificate':
      return certificateReading(readCertificate(given, options));
    case 'pkcs12': {
      const { form, entries } = readPkcs12(given, options);
      const [key] = entries;
      return { form, privateKey: hexFromBytes(key.privateKey), publicKey: hexFromBytes(key.publicKey) };
    }
  }
}

function certificateReading(certificate: Sm2Certificate): Reading {
  return {
    form: certificate.form,
    publicKey: hexFromBytes(certificate.publicKey),
    subjectCN: certificate.subject.commonName,
    serial: certificate.serial,
    notBefore: certificate.notBefore,
    notAfter: certificate.notAfter,
    selfSignatureValid: certificate.selfSignature === 'valid',
  };
}

function problemOfReading({ result, form, expected }: KeyVector, found: Reading): string | undefined {
  if (result === 'invalid') return `read as ${String(found['form'])}, must be refused`;
  const wrong = Object.entries({ ...expected, form }).find(([name, value]) => found[name] !== value);
  return wrong === undefined ? undefined : `${wrong[0]} is ${String(found[wrong[0]])}, must be ${wrong[1]}`;
}

function problemOfRefusal({ result, input, password }: KeyVector, error: HufuError): string | undefined {
  if (result === 'valid') return `refused: ${error.code}, ${error.message}`;
  const { zh, en } = error.detail.text;
  if (password !== undefined && password !== '' && `${zh}${en}`.includes(password))
    return 'the message holds the password';
  if (holdsPart(`${zh}${en}`, input)) return 'the message holds a part of the key';
  return undefined;
}

/** Whether eight characters in a row of the input, PEM lines left out, stand in the message. */
function holdsPart(message: string, input: string): boolean {
  const body = input.replace(/-----.*?-----/g, ' ');
  for (let start = 0; start + 8 <= body.length; start += 1) {
    const part = body.slice(start, start + 8);
    if (part.trim().length === 8 && message.includes(part)) return true;
  }
  return false;
}
