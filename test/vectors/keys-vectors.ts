import { hexFromBytes } from '../../shared/crypto/encodings/hex.ts';
import { bytesFromBase64 } from '../../shared/crypto/encodings/base64.ts';
import type { CryptoEngine } from '../../shared/crypto/engine.ts';
import { readCertificate } from '../../shared/crypto/keys/read-certificate.ts';
import type { Sm2Certificate } from '../../shared/crypto/keys/read-certificate.ts';
import { readPkcs12 } from '../../shared/crypto/keys/read-pkcs12.ts';
import { readPrivateKey } from '../../shared/crypto/keys/read-private-key.ts';
import { readPublicKey } from '../../shared/crypto/keys/read-public-key.ts';
import { HufuError } from '../../shared/hufu-error.ts';

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

export interface KeyVectorVerdict {
  readonly vector: KeyVector;
  /** Code of the refusal; undefined when a key was read. */
  readonly refusal: string | undefined;
  /** Why the vector failed; undefined when it passed. */
  readonly problem: string | undefined;
}

/** Reads every key of `keys.json` with `engine` and judges the outcome. Needs no Node: it runs in a browser too. */
export async function judgeKeyVectors(engine: CryptoEngine, vectors: KeyVectors): Promise<readonly KeyVectorVerdict[]> {
  const verdicts: KeyVectorVerdict[] = [];
  for (const vector of vectors.testGroups.flatMap((group) => group.tests)) verdicts.push(await judge(vector, engine));
  return verdicts;
}

async function judge(vector: KeyVector, engine: CryptoEngine): Promise<KeyVectorVerdict> {
  try {
    const found = await read(vector, engine);
    return { vector, refusal: undefined, problem: problemOfReading(vector, found) };
  } catch (error) {
    if (!(error instanceof HufuError)) return { vector, refusal: undefined, problem: `no HufuError: ${String(error)}` };
    return { vector, refusal: error.code, problem: problemOfRefusal(vector, error) };
  }
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
  return wrong === undefined ? undefined : `${wrong[0]} is ${String(found[wrong[0]])}, must be ${String(wrong[1])}`;
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
