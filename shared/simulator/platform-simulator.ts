import { fittingNonce } from './fitting-nonce.ts';
import type { Bilingual } from '../bilingual.ts';
import { utf8FromBytes } from '../crypto/encodings/utf8.ts';
import { readForm } from '../http/form.ts';
import { interfaceAt } from '../http/request-target.ts';
import { HufuError } from '../hufu-error.ts';
import { scalarText, type JsonNode } from '../json/json-node.ts';
import { noFields, readRequest } from '../pipeline/messages.ts';
import { runSteps, type RunResult } from '../pipeline/run-steps.ts';
import type { PipelineInputs } from '../pipeline/step-kind.ts';
import type { TraceStep } from '../pipeline/trace.ts';
import type { Interface, Profile } from '../profile/profile.ts';
import { damageCiphertext, otherKeys } from './faults.ts';
import { sampleAnswer } from './sample-answer.ts';
import type { Moment, ReceivedMessage, SimulatedAnswer, Simulator, SimulatorOptions } from './simulator.ts';

/** A request as the simulated provider has it, read by the same steps as everywhere. */
export interface ReceivedCall {
  readonly chosen: Interface;
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly clock: number;
  /** Random, of lower hex, for what the provider makes up: tokens, identifiers. */
  draw(characters: number): string;
  /** Parts of the path, parameters of the query, fields of the message's header and of HTTP; empty when absent. */
  inPath(name: string): string;
  inQuery(name: string): string;
  inHeader(name: string): string;
  inHttp(name: string): string;
  /** The text in another slot of the reading; empty when there is none. */
  inSlot(name: string): string;
  /** The body in clear; undefined when it could not be read. */
  readonly body: JsonNode | undefined;
  /** The first step that failed or could not be carried out, when there is one. */
  readonly broken: TraceStep | undefined;
}

/** Why a message could not be read, in the words of the step that did not pass. */
export function brokenReason({ title, findings }: TraceStep): Bilingual {
  return findings[0]?.message ?? { zh: `步骤“${title.zh}”没有通过`, en: `step "${title.en}" did not pass` };
}

/** What the provider answers. */
export interface Decision {
  readonly status: string;
  readonly reason: Bilingual;
  /** Fields of the answer's header besides the status. */
  readonly header?: Readonly<Record<string, string>>;
  readonly body: object;
  /** Exactly this in place of a message: a page, or a file. */
  readonly instead?: { readonly content: string | Uint8Array; readonly contentType: string };
}

interface PlatformSimulator {
  readonly profile: Profile;
  readonly options: SimulatorOptions;
  /** What the provider says to a request that it has read, or could not read. */
  readonly decide: (call: ReceivedCall) => Decision;
  /** What it says to an address that none of its interfaces has, and where a switch forces a status of one. */
  readonly refuse: (status: string, reason: Bilingual, chosen: Interface | undefined) => Decision;
  readonly failure: string;
}

const lower = '0123456789abcdef';

/**
 * A provider that tells its interfaces apart by method and path, or by what the header says. What it remembers is
 * `decide`'s.
 */
export function createPlatformSimulator({
  profile: builtIn,
  options,
  decide,
  refuse,
  failure,
}: PlatformSimulator): Simulator {
  const { conventions, engine, keys, profile = builtIn } = options;

  function receive(message: ReceivedMessage, moment: Moment): SimulatedAnswer {
    const [path = '', query = ''] = message.target.split('?', 2);
    const read = (id: string | undefined) =>
      readRequest({
        profile,
        interface: id,
        conventions,
        inputs: inputsFor(moment, noFields),
        text: textOf(message.bytes),
        httpHeaders: message.httpHeaders,
      });
    const found = interfaceAt(profile, { method: message.method, path: decoded(path) }) ?? interfaceSaid(profile, read);
    const run = read(found?.chosen.id);
    const forced = message.faults.status;
    const decision =
      forced !== undefined
        ? refuse(forced, { zh: '故障开关', en: 'fault switch' }, found?.chosen)
        : found
          ? answer(callOf({ run, message, moment, query, ...found }))
          : refuse(
              failure,
              { zh: `没有这个接口：${message.method} ${path}`, en: `no such interface: ${message.method} ${path}` },
              undefined,
            );
    const statuses = (found?.chosen ?? profile.interfaces[0])?.statuses ?? profile.statuses;
    const { wrongKey, wrongLength, notJson, flipCiphertextBit } = message.faults;
    const write = (locked: Readonly<Record<string, string>>): RunResult =>
      runSteps({
        profile,
        // An address that is nobody's is refused as the first interface would refuse.
        interface: (found?.chosen ?? profile.interfaces[0])?.id,
        message: 'response',
        direction: 'outward',
        conventions,
        inputs: { ...inputsFor(moment, { ...noFields, locked }), ...(wrongKey && { keys: otherKeys(options) }) },
        given: { composed: { value: { type: 'text', text: JSON.stringify(decision.body) }, sensitivity: 'personal' } },
      });
    const fields = { ...decision.header, [statuses.field]: decision.status };
    const whole = write(fields);
    const response =
      wrongLength === undefined
        ? whole
        : write({ ...fields, [wrongLength]: headerValue(whole, wrongLength).slice(0, -1) });
    const content = decision.instead?.content;
    const text = content === undefined ? messageOf(response, decision) : typeof content === 'string' ? content : '';
    return {
      ...(content instanceof Uint8Array && !notJson && { bytes: content }),
      text: notJson
        ? '<html><body><h1>502 Bad Gateway</h1></body></html>'
        : flipCiphertextBit
          ? damageCiphertext(text, response)
          : text,
      httpHeaders: decision.instead ? [{ name: 'Content-Type', value: decision.instead.contentType }] : [],
      status: decision.status,
      reason: decision.reason,
      request: run.trace,
      response: response.trace,
    };
  }

  /** An interface that somebody added to the platform has no behaviour but its profile's. */
  function answer(call: ReceivedCall): Decision {
    const { chosen, broken } = call;
    if (broken || builtIn.interfaces.some(({ id }) => id === chosen.id)) return decide(call);
    const { success } = chosen.statuses ?? profile.statuses;
    return { status: success, reason: { zh: '成功', en: 'success' }, body: sampleAnswer(chosen) };
  }

  function inputsFor(moment: Moment, fields: PipelineInputs['fields']): PipelineInputs {
    const { clock, serial, randomBytes, now } = moment;
    const nonce = fittingNonce(moment, { profile, message: 'response' });
    return { engine, keys, clock, nonce, serial, randomBytes, now, fields };
  }

  return { receive };
}

/** Of interfaces that have no address of their own: the one whose header fields the message has, else the first. */
function interfaceSaid({ interfaces }: Profile, read: (id: string | undefined) => RunResult) {
  const candidates = interfaces.filter(({ endpoint }) => !endpoint);
  const [first] = candidates;
  if (!first) return undefined;
  const run = read(first.id);
  const chosen = candidates.find(({ header }) =>
    Object.entries(header).every(([name, value]) => headerValue(run, name) === value),
  );
  return { chosen: chosen ?? first, names: {} };
}

interface Reading {
  readonly run: RunResult;
  readonly message: ReceivedMessage;
  readonly moment: Moment;
  readonly query: string;
  readonly chosen: Interface;
  readonly names: Readonly<Record<string, string>>;
}

function callOf({ run, message, moment, query, chosen, names }: Reading): ReceivedCall {
  const parameters = pairsOf(query);
  const header = run.slots.get('header');
  const body = run.slots.get('body');
  const fields = header?.type === 'fields' ? header.fields : [];
  return {
    chosen,
    clock: moment.clock,
    draw: (characters) => [...moment.randomBytes(characters)].map((byte) => lower[byte % lower.length]).join(''),
    inPath: (name) => names[name] ?? '',
    inQuery: (name) => parameters.findLast((pair) => pair.name === name)?.value ?? '',
    inHeader: (name) => scalarText(fields.findLast((field) => field.name === name)?.value) ?? '',
    inHttp: (name) =>
      scalarText(message.httpHeaders.findLast((field) => field.name.toLowerCase() === name.toLowerCase())?.value) ?? '',
    inSlot(name) {
      const value = run.slots.get(name);
      return value?.type === 'text' ? value.text : value?.type === 'bytes' ? textOf(value.bytes) : '';
    },
    body: body?.type === 'json' ? body.root() : undefined,
    broken:
      run.trace.steps.find(({ verdict }) => verdict === 'failed') ??
      run.trace.steps.find(({ verdict }) => verdict === 'skipped'),
  };
}

function pairsOf(query: string) {
  try {
    return readForm(query);
  } catch (error) {
    if (error instanceof HufuError) return [];
    throw error;
  }
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function textOf(bytes: Uint8Array): string {
  try {
    return utf8FromBytes(bytes);
  } catch (error) {
    // Text that is not UTF-8 is no message; an empty one is refused in the same way, by the step that reads it.
    if (error instanceof HufuError) return '';
    throw error;
  }
}

function headerValue({ slots }: RunResult, name: string): string {
  const header = slots.get('header');
  const field = header?.type === 'fields' ? header.fields.findLast((one) => one.name === name) : undefined;
  return scalarText(field?.value) ?? '';
}

/** Where the simulator's own keys do not fit its conventions, there is none: the reason then. */
function messageOf({ slots }: RunResult, { reason }: Decision): string {
  const message = slots.get('message');
  return message?.type === 'text' ? message.text : JSON.stringify({ message: reason.zh });
}
