import { utf8FromBytes } from '../../crypto/encodings/utf8.ts';
import { scalarText } from '../../json/json-node.ts';
import { noFields, readRequest } from '../../pipeline/messages.ts';
import { runSteps, type RunResult } from '../../pipeline/run-steps.ts';
import type { FieldSources, PipelineInputs } from '../../pipeline/step-kind.ts';
import type { Value } from '../../pipeline/value.ts';
import { HufuError } from '../../hufu-error.ts';
import type {
  Moment,
  ReceivedMessage,
  SimulatedAnswer,
  Simulator,
  SimulatorOptions,
} from '../../simulator/simulator.ts';
import { answerBusiness } from './business.ts';
import { damageCiphertext, otherKeys } from '../../simulator/faults.ts';
import { judgeBody, judgeSignature, type Refusal } from './judge.ts';
import { ldt6008 } from './profile.ts';
import { refusedCaller } from './register.ts';
import { statuses } from './statuses.ts';

/** 7.1.1.2 note 1: after a successful call its nonce may not be used again for 15 minutes. */
const nonceMemoryMilliseconds = 15 * 60 * 1000;

interface Outcome {
  readonly commStatus: string;
  readonly busiStatus: string;
  readonly reason: { readonly zh: string; readonly en: string };
  readonly data: object;
}

/** A provider on the business collaboration platform. It starts without memory. */
export function createSimulator(options: SimulatorOptions): Simulator {
  const { profile = ldt6008 } = options;
  /** Nonce to the moment of the successful call it came with. */
  const usedNonces = new Map<string, number>();
  const usedRequestIds = new Set<string>();

  function decide(run: RunResult, clock: number): Outcome {
    const field = headerReader(run);
    const nonce = textSlot(run, 'nonce');
    forgetNonces(usedNonces, clock);
    const refusal =
      judgeSignature(run) ??
      (nonce !== undefined && usedNonces.has(nonce) ? nonceReused : undefined) ??
      refusedService(field, options) ??
      (usedRequestIds.has(field('serviceReqId')) ? requestIdRepeated : undefined) ??
      judgeBody(run);
    if (refusal) return { ...refusal, busiStatus: '', data: {} };

    const body = run.slots.get('body');
    if (body?.type !== 'json') throw new Error('An accepted request has a body');
    const { commStatus, busiStatus, msg, data } = answerBusiness(field('serviceCode'), body.root());
    usedRequestIds.add(field('serviceReqId'));
    if (nonce !== undefined && commStatus === '00') usedNonces.set(nonce, clock);
    return { commStatus, busiStatus, reason: msg, data };
  }

  function receive(message: ReceivedMessage, moment: Moment): SimulatedAnswer {
    const request = readMessage(message, moment);
    const forced = message.faults.status;
    const outcome = forced === undefined ? decide(request, moment.clock) : forcedOutcome(forced);
    const field = headerReader(request);
    const keys = message.faults.wrongKey ? otherKeys(options) : options.keys;
    const sources = responseFields(field, outcome);
    const response = writeResponse({ sources, outcome, keys, moment });
    const shortened = message.faults.wrongLength;
    const final =
      shortened === undefined
        ? response
        : writeResponse({ sources: shorten(sources, { field: shortened, response }), outcome, keys, moment });
    return {
      text: answerText(final, message),
      httpHeaders: fieldsSlot(final, 'httpHeaders'),
      status: outcome.commStatus,
      reason: outcome.reason,
      request: request.trace,
      response: final.trace,
    };
  }

  function readMessage({ bytes, httpHeaders }: ReceivedMessage, moment: Moment): RunResult {
    return readRequest({
      profile,
      conventions: options.conventions,
      inputs: inputsFor(moment, { keys: options.keys, fields: noFields }),
      text: readableText(bytes),
      httpHeaders,
    });
  }

  function writeResponse(answer: {
    sources: FieldSources;
    outcome: Outcome;
    keys: Readonly<Record<string, string>>;
    moment: Moment;
  }): RunResult {
    const { sources, outcome, keys, moment } = answer;
    // Only a business answer holds data worth hiding; a refusal is sent in clear, since the keys may be what is wrong.
    // Where answers are in clear and signed anyway (row 16), a refusal is signed in the same way.
    const { cipher, responseCipher } = options.conventions;
    const clearAnyway = cipher === 'SM2' && responseCipher === 'clearSigned';
    const inClear = outcome.commStatus !== statuses.success && !clearAnyway;
    return runSteps({
      profile,
      message: 'response',
      direction: 'outward',
      conventions: inClear ? { ...options.conventions, cipher: 'none' } : options.conventions,
      inputs: inputsFor(moment, { keys, fields: sources }),
      given: {
        composed: { value: { type: 'text', text: JSON.stringify({ data: outcome.data }) }, sensitivity: 'personal' },
      },
    });
  }

  function inputsFor(moment: Moment, { keys, fields }: Pick<PipelineInputs, 'keys' | 'fields'>): PipelineInputs {
    const { clock, nonce, serial, randomBytes, now } = moment;
    return { engine: options.engine, keys, clock, nonce, serial, randomBytes, now, fields };
  }

  function answerText(response: RunResult, { faults }: ReceivedMessage): string {
    if (faults.notJson) return '<html><body><h1>502 Bad Gateway</h1></body></html>';
    const text = textSlot(response, 'message');
    // The simulator's own keys do not fit its conventions: nothing can be answered, and the log says why.
    if (text === undefined)
      return '{"header":{"commStatus":"20","msg":"仿真服务方的密钥与约定不符"},"body":{"data":{}}}';
    return faults.flipCiphertextBit ? damageCiphertext(text, response) : text;
  }

  return { receive };
}

const nonceReused: Refusal = {
  commStatus: '30',
  reason: {
    zh: '随机数在 15 分钟内已随一次成功的调用用过',
    en: 'the nonce was used in a successful call within 15 minutes',
  },
};

const requestIdRepeated: Refusal = {
  commStatus: '90',
  reason: { zh: 'serviceReqId 重复', en: 'serviceReqId was used before' },
};

function refusedService(field: (name: string) => string, { services, callers }: SimulatorOptions): Refusal | undefined {
  if (services && !services.includes(field('serviceCode'))) {
    return { commStatus: '90', reason: { zh: '没有这个接口编码', en: 'there is no such service code' } };
  }
  const caller = field('appCode');
  return caller === refusedCaller || (callers && !callers.includes(caller))
    ? { commStatus: '50', reason: { zh: '该 appCode 未获授权', en: 'this appCode is not authorised' } }
    : undefined;
}

function forcedOutcome(commStatus: string): Outcome {
  const known = statuses.codes.find(({ code }) => code === commStatus);
  const meaning = known?.meaning ?? { zh: '未定义的状态', en: 'undefined status' };
  return {
    commStatus,
    busiStatus: '',
    reason: { zh: `故障开关：${meaning.zh}`, en: `fault switch: ${meaning.en}` },
    data: {},
  };
}

/** The provider answers in the name of the service code's first 11 characters and echoes what it was sent. */
function responseFields(field: (name: string) => string, { commStatus, busiStatus, reason }: Outcome): FieldSources {
  const echoed = ['serviceCode', 'appCode', 'serviceAreaCode', 'serviceReqId', 'serviceReqTime', 'timestamp'];
  const locked = Object.fromEntries(
    echoed.flatMap((name) => (field(name) === '' ? [] : [[name, field(name)] as const])),
  );
  return {
    ...noFields,
    locked: {
      ...locked,
      commStatus,
      ...(busiStatus !== '' && { busiStatus }),
      msg: [...reason.zh].slice(0, 200).join(''),
    },
  };
}

function shorten(sources: FieldSources, { field, response }: { field: string; response: RunResult }): FieldSources {
  const value = fieldsSlot(response, 'header').find(({ name }) => name === field)?.value ?? '';
  return { ...sources, locked: { ...sources.locked, [field]: value.slice(0, -1) } };
}

function forgetNonces(used: Map<string, number>, clock: number): void {
  for (const [nonce, since] of used) {
    if (clock - since > nonceMemoryMilliseconds) used.delete(nonce);
  }
}

function readableText(bytes: Uint8Array): string {
  try {
    return utf8FromBytes(bytes);
  } catch (error) {
    // Text that is not UTF-8 is no message; an empty one is refused in the same way, by the step that reads it.
    if (error instanceof HufuError) return '';
    throw error;
  }
}

function headerReader(run: RunResult): (name: string) => string {
  const fields = fieldsSlot(run, 'header');
  return (name) => fields.findLast((field) => field.name === name)?.value ?? '';
}

function fieldsSlot(run: RunResult, slot: string): { readonly name: string; readonly value: string }[] {
  const value: Value | undefined = run.slots.get(slot);
  if (value?.type !== 'fields') return [];
  return value.fields.map((field) => ({ name: field.name, value: scalarText(field.value) ?? '' }));
}

function textSlot(run: RunResult, slot: string): string | undefined {
  const value = run.slots.get(slot);
  return value?.type === 'text' ? value.text : undefined;
}
