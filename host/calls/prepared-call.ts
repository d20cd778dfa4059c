import type { CryptoEngine } from '../../shared/crypto/engine.ts';
import { writeRequest } from '../../shared/pipeline/messages.ts';
import type { RunResult } from '../../shared/pipeline/run-steps.ts';
import type { FieldSources, PipelineInputs } from '../../shared/pipeline/step-kind.ts';
import type { Value } from '../../shared/pipeline/value.ts';
import { chinaDay } from '../../shared/profile/china-time.ts';
import type { ConventionValues } from '../../shared/profile/conventions.ts';
import { requestTarget, wholeAddress, type RequestTarget } from '../../shared/http/request-target.ts';
import { secretTexts, textHider } from '../../shared/pipeline/hide-secrets.ts';
import type { Interface, Profile } from '../../shared/profile/profile.ts';
import type { SerialSeries } from '../store/serial-ledger.ts';
import { messageMilliseconds, runBounded } from '../limits/run-bounded.ts';
import { nodeInputs } from './node-inputs.ts';

/** A call with everything its environment adds: what both a preview and a sending start from. */
export interface PreparedCall {
  readonly profile: Profile;
  /** Undefined where the header says everything. */
  readonly chosen: Interface | undefined;
  readonly conventions: ConventionValues;
  readonly keys: Readonly<Record<string, string>>;
  readonly keyProblems?: PipelineInputs['keyProblems'];
  readonly fields: FieldSources;
  readonly body: string;
  readonly url: string;
}

/** The values that are drawn for one message. */
export interface DrawnValues {
  readonly clock: number;
  readonly nonce: string;
  readonly serial: string;
}

/** The message that a call is. Throws `platform.tooSlow`. */
export function runRequest(
  call: PreparedCall,
  { engine, drawn }: { engine: CryptoEngine; drawn: DrawnValues },
): RunResult {
  const { profile, chosen, conventions, keys, keyProblems, fields, body } = call;
  const message = {
    profile,
    interface: chosen?.id,
    conventions,
    body,
    inputs: nodeInputs({ engine, keys, keyProblems, fields, ...drawn }),
  };
  return runBounded(() => writeRequest(message), { milliseconds: messageMilliseconds });
}

/** Method, content type and whole address of a request that was made. */
export function targetOf(
  { profile, chosen, url }: PreparedCall,
  { slots }: Pick<RunResult, 'slots'>,
): RequestTarget & { readonly url: string } {
  const target = requestTarget(profile, { chosen, slots });
  return { ...target, url: wholeAddress(url, target.path) };
}

/** Takes the secrets that the call carries in clear out of a text. */
export function secretHider({ profile, keys, fields }: PreparedCall): (text: string) => string {
  return textHider(secretTexts(profile, { keys, fields }));
}

/** Whose serial the call uses; undefined when it uses none, because the field that holds it is locked. */
export function serialSeries({ profile, fields }: PreparedCall, clock: number): SerialSeries | undefined {
  for (const { name, rule, presence } of profile.header) {
    if (rule.rule !== 'serial' || !presence.request || fields.locked[name] !== undefined) continue;
    const prefix = fields.locked[rule.prefixField] ?? fields.environment[rule.prefixField] ?? '';
    // The ledger's database cuts texts at U+0000; a code that holds one is wrong anyway and must only not collide.
    const appCode = prefix.slice(0, rule.prefixLength).replaceAll('\u0000', '\\0');
    return { appCode, day: chinaDay(clock) };
  }
  return undefined;
}

/** The step that keeps a request from being sent, if there is one. */
export function brokenStep({ trace }: RunResult) {
  return (
    trace.steps.find(({ verdict }) => verdict === 'failed') ?? trace.steps.find(({ verdict }) => verdict === 'skipped')
  );
}

export function textOf(value: Value | undefined): string | undefined {
  return value?.type === 'text' || value?.type === 'json' ? value.text : undefined;
}

export function fieldsOf(value: Value | undefined): readonly { readonly name: string; readonly value: string }[] {
  if (value?.type !== 'fields') return [];
  return value.fields.map(({ name, value: node }) => ({ name, value: node.type === 'string' ? node.value : '' }));
}
