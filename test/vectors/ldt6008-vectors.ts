import { bytesFromHex, hexFromBytes } from '../../shared/crypto/encodings/hex.ts';
import type { CryptoEngine } from '../../shared/crypto/engine.ts';
import { jsonString } from '../../shared/json/json-node.ts';
import { noFields, readRequest, readResponse, writeRequest } from '../../shared/pipeline/messages.ts';
import { runSteps, type RunResult } from '../../shared/pipeline/run-steps.ts';
import type { FieldSources, PipelineInputs } from '../../shared/pipeline/step-kind.ts';
import { resolveConventions, type ConventionValues } from '../../shared/profile/conventions.ts';
import { provider } from '../../shared/providers/ldt6008/provider.ts';
import type { VectorResult } from './vector-result.ts';

export interface Ldt6008Vectors {
  readonly numberOfTests: number;
  readonly testGroups: readonly Group[];
}

interface Group {
  readonly type: string;
  readonly conventions: Readonly<Record<string, string | boolean>>;
  readonly keys: Readonly<Record<string, string>>;
  readonly tests: readonly Test[];
}

/** The union of what the five types of tests hold; see the README beside the data. */
interface Test {
  readonly tcId: number;
  readonly result: 'valid' | 'invalid' | 'acceptable';
  readonly clock?: number;
  readonly serial?: string;
  readonly nonce?: string | null;
  readonly iv?: string;
  readonly serviceCode?: string;
  readonly appCode?: string;
  readonly serviceAreaCode?: string;
  readonly extraHeader?: Readonly<Record<string, string | null>>;
  readonly header?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly bodyEncrypted?: boolean;
  readonly stringToSign?: string;
  readonly bytesToSign?: string;
  readonly signature?: string;
  readonly plaintexts?: readonly string[];
  readonly ciphertexts?: readonly string[];
  readonly httpHeaders?: Readonly<Record<string, string>>;
  readonly wire?: string;
  readonly random?: readonly string[];
  readonly commStatus?: readonly string[];
  readonly steps?: readonly { readonly clock: number; readonly wire: string; readonly commStatus: readonly string[] }[];
}

interface Case {
  readonly test: Test;
  readonly conventions: ConventionValues;
  readonly keys: Readonly<Record<string, string>>;
  readonly engine: CryptoEngine;
}

const { profile } = provider;

/** Judges every test of `ldt6008.json` with one engine. */
export function judgeLdt6008(engine: CryptoEngine, file: Ldt6008Vectors): readonly VectorResult[] {
  return file.testGroups.flatMap((group) => {
    const conventions = resolveConventions(profile, group.conventions);
    return group.tests.map((test): VectorResult => {
      const why = attempt(() => judge(group.type, { test, conventions, keys: group.keys, engine }));
      return { file: 'ldt6008', tcId: test.tcId, passed: why === undefined, ...(why !== undefined && { why }) };
    });
  });
}

function judge(type: string, given: Case): string | undefined {
  switch (type) {
    case 'Ldt6008Request':
      return judgeRequest(given);
    case 'Ldt6008Response':
      return judgeResponse(given);
    case 'Ldt6008Verify':
      return judgeVerify(given);
    case 'Ldt6008Sequence':
      return judgeSequence(given);
    default:
      return `unknown type ${type}`;
  }
}

function judgeRequest({ test, conventions, keys, engine }: Case): string | undefined {
  const { serviceCode = '', appCode = '', serviceAreaCode = '', body = '' } = test;
  const fields: FieldSources = {
    environment: { appCode },
    interface: { serviceCode },
    locked: { serviceAreaCode },
    extra: Object.entries(test.extraHeader ?? {}).map(([name, value]) => ({ name, value })),
  };
  const run = writeRequest({ profile, conventions, body, inputs: inputsFor({ test, keys, engine, fields }) });
  const random = new Set(test.random);
  return (
    (random.has('stringToSign') ? undefined : differs('stringToSign', { run, expected: test.stringToSign })) ??
    (random.has('bytesToSign') ? undefined : bytesDiffer(run, test.bytesToSign)) ??
    (random.has('signature') ? undefined : differs('signature', { run, expected: test.signature })) ??
    partsDiffer('plaintext', { run, expected: test.plaintexts }) ??
    (random.has('ciphertexts') ? undefined : partsDiffer('ciphertext', { run, expected: test.ciphertexts })) ??
    httpHeadersDiffer(run, test.httpHeaders) ??
    (random.has('wire') ? undefined : differs('message', { run, expected: test.wire })) ??
    judgeGivenMessage({ test, conventions, keys, engine })
  );
}

/** The message of the vector must also be read: verified, decrypted to the plaintexts it was made from. */
function judgeGivenMessage({ test, conventions, keys, engine }: Case): string | undefined {
  const run = readRequest({
    profile,
    conventions,
    inputs: inputsFor({ test, keys, engine, fields: noFields }),
    text: test.wire ?? '',
    httpHeaders: Object.entries(test.httpHeaders ?? {}).map(([name, value]) => ({ name, value: jsonString(value) })),
  });
  return failedStep(run) ?? partsDiffer('plaintext', { run, expected: test.plaintexts });
}

function judgeResponse({ test, conventions, keys, engine }: Case): string | undefined {
  const inClear = test.bodyEncrypted === false && conventions['responseCipher'] !== 'clearSigned';
  const locked = test.header ?? {};
  const run = runSteps({
    profile,
    message: 'response',
    direction: 'outward',
    conventions: inClear ? { ...conventions, cipher: 'none' } : conventions,
    inputs: inputsFor({ test, keys, engine, fields: { ...noFields, locked } }),
    given: { composed: { value: { type: 'text', text: test.body ?? '' }, sensitivity: 'personal' } },
  });
  const random = new Set(test.random);
  const outward =
    (test.stringToSign === undefined ? undefined : differs('stringToSign', { run, expected: test.stringToSign })) ??
    (test.signature === undefined || random.has('signature')
      ? undefined
      : differs('signature', { run, expected: test.signature })) ??
    (random.has('wire') ? undefined : differs('message', { run, expected: test.wire }));
  if (outward !== undefined) return outward;

  const read = readResponse({
    profile,
    conventions,
    inputs: inputsFor({ test, keys, engine, fields: noFields }),
    text: test.wire ?? '',
    httpHeaders: [],
  });
  const body = read.slots.get('body');
  return (
    failedStep(read) ??
    (body?.type === 'json' && body.text === test.body ? undefined : `body read as ${JSON.stringify(body)}`)
  );
}

function judgeVerify(given: Case): string | undefined {
  const { test } = given;
  const simulator = simulatorFor(given);
  const status = answerStatus(simulator, { wire: test.wire ?? '', httpHeaders: test.httpHeaders ?? {}, clock: 0 });
  return test.commStatus?.includes(status) ? undefined : `status ${status}, expected ${test.commStatus?.join(' or ')}`;
}

function judgeSequence(given: Case): string | undefined {
  const simulator = simulatorFor(given);
  for (const [index, { wire, clock, commStatus }] of (given.test.steps ?? []).entries()) {
    const status = answerStatus(simulator, { wire, httpHeaders: {}, clock });
    if (!commStatus.includes(status)) return `step ${index + 1}: status ${status}, expected ${commStatus.join(' or ')}`;
  }
  return undefined;
}

function simulatorFor({ conventions, keys, engine }: Case) {
  return provider.createSimulator({ conventions, keys, engine });
}

function answerStatus(
  simulator: ReturnType<typeof simulatorFor>,
  { wire, httpHeaders, clock }: { wire: string; httpHeaders: Readonly<Record<string, string>>; clock: number },
): string {
  const fields = Object.entries(httpHeaders).map(([name, value]) => ({ name, value: jsonString(value) }));
  return simulator.receive(
    { method: 'POST', target: '/', bytes: new TextEncoder().encode(wire), httpHeaders: fields, faults: {} },
    { clock, nonce: '0'.repeat(24), serial: '1', randomBytes: countingBytes, now: () => 0 },
  ).status;
}

function inputsFor({
  test,
  keys,
  engine,
  fields,
}: Pick<Case, 'test' | 'keys' | 'engine'> & { fields: FieldSources }): PipelineInputs {
  return {
    engine,
    keys,
    fields,
    clock: test.clock ?? 0,
    ...(typeof test.nonce === 'string' && { nonce: test.nonce }),
    ...(test.serial !== undefined && { serial: test.serial }),
    randomBytes: test.iv === undefined ? countingBytes : givenBytes(test.iv),
    now: () => 0,
  };
}

/** The recorded IV, once. */
function givenBytes(hex: string): (length: number) => Uint8Array {
  const bytes = bytesFromHex(hex);
  return (length) => {
    if (length !== bytes.length) throw new Error(`${length} random bytes asked for, ${bytes.length} recorded`);
    return bytes;
  };
}

function countingBytes(length: number): Uint8Array {
  return Uint8Array.from({ length }, (_, index) => index + 1);
}

function attempt(check: () => string | undefined): string | undefined {
  try {
    return check();
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
}

function failedStep({ trace }: RunResult): string | undefined {
  const step = trace.steps.find(({ verdict }) => verdict === 'failed');
  return step && `${step.kind}: ${step.findings.map(({ code, message }) => `${code} ${message.en}`).join('; ')}`;
}

function differs(
  slot: string,
  { run, expected }: { run: RunResult; expected: string | undefined },
): string | undefined {
  const value = run.slots.get(slot);
  const found = value?.type === 'text' ? value.text : undefined;
  return found === expected
    ? undefined
    : `${slot}\n found    ${found}\n expected ${expected}\n ${failedStep(run) ?? ''}`;
}

function bytesDiffer(run: RunResult, expected: string | undefined): string | undefined {
  const value = run.slots.get('bytesToSign');
  const found = value?.type === 'bytes' ? hexFromBytes(value.bytes) : undefined;
  return found === expected ? undefined : `bytesToSign\n found    ${found}\n expected ${expected}`;
}

function partsDiffer(
  slot: string,
  { run, expected }: { run: RunResult; expected: readonly string[] | undefined },
): string | undefined {
  const value = run.slots.get(slot);
  const found = value?.type === 'parts' ? value.parts.map(({ content }) => String(content)) : undefined;
  const same = JSON.stringify(found) === JSON.stringify(expected);
  return same
    ? undefined
    : `${slot}\n found    ${JSON.stringify(found)}\n expected ${JSON.stringify(expected)}\n ${failedStep(run) ?? ''}`;
}

function httpHeadersDiffer(run: RunResult, expected: Test['httpHeaders']): string | undefined {
  const value = run.slots.get('httpHeaders');
  const found = value?.type === 'fields' ? value.fields : [];
  const wanted = Object.entries(expected ?? {}).map(([name, text]) => ({ name, value: jsonString(text) }));
  return JSON.stringify(found) === JSON.stringify(wanted) ? undefined : `httpHeaders ${JSON.stringify(found)}`;
}
