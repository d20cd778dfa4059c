import { findingFrom, type Finding } from '../finding.ts';
import { listed } from '../listed.ts';
import { HufuError } from '../hufu-error.ts';
import { factsOfCall, holds } from '../profile/condition.ts';
import type { ConventionValues } from '../profile/conventions.ts';
import type { MessageKind, Profile, StepSpecification } from '../profile/profile.ts';
import { hiderOf, secretTexts, type SecretHider } from './hide-secrets.ts';
import { bytesOfUtf8 } from './sizes.ts';
import type { Output, PipelineInputs, StepContext } from './step-kind.ts';
import { stepKinds } from './step-kinds.ts';
import type { Sensitivity, Trace, TraceOutput, TraceStep } from './trace.ts';
import type { Value } from './value.ts';

export interface RunOptions {
  readonly profile: Profile;
  readonly message: MessageKind;
  readonly direction: 'outward' | 'inward';
  readonly conventions: ConventionValues;
  /** The interface that is called; absent where the header alone says it. */
  readonly interface?: string | undefined;
  readonly inputs: PipelineInputs;
  /** What is there before the first step. */
  readonly given: Readonly<Record<string, { readonly value: Value; readonly sensitivity: Sensitivity }>>;
}

export interface RunResult {
  readonly trace: Trace;
  /** Every slot at the end, secret ones included: for checks in the same process, never to be stored or shown. */
  readonly slots: ReadonlyMap<string, Value>;
}

/**
 * Carries out a profile's steps one after another. A step that fails does not end the run: what does not depend on it
 * is still computed, what does is marked as skipped, so that one mistake leaves the rest of the picture standing.
 */
export function runSteps(options: RunOptions): RunResult {
  const { profile, message, direction, conventions, inputs } = options;
  const cells: Cells = new Map(Object.entries(options.given));
  const facts = factsOfCall(profile, options);
  const context = contextFor({ ...options, conventions: facts }, cells);
  const hide = hiderOf(secretTexts(profile, inputs));
  const steps: TraceStep[] = [];
  for (const specification of profile.steps[message][direction]) {
    if (holds(specification.when, facts)) steps.push(runStep(specification, { context, cells, hide }));
  }
  return {
    trace: {
      format: 1,
      platform: profile.id,
      message,
      direction,
      conventions,
      inputs: {
        clock: inputs.clock,
        ...(inputs.nonce !== undefined && { nonce: inputs.nonce }),
        ...(inputs.serial !== undefined && { serial: inputs.serial }),
      },
      steps,
      findings: steps.flatMap((step) => step.findings),
    },
    slots: new Map([...cells].map(([slot, cell]) => [slot, cell.value])),
  };
}

type Cells = Map<string, { readonly value: Value; readonly sensitivity: Sensitivity }>;

interface Surroundings {
  readonly context: Omit<StepContext, 'clause'>;
  readonly cells: Cells;
  readonly hide: SecretHider;
}

function runStep(specification: StepSpecification, { cells, context, hide }: Surroundings): TraceStep {
  const kind = stepKinds.get(specification.kind);
  if (!kind) throw new Error(`Profile ${context.profile.id} names an unknown step kind "${specification.kind}"`);
  const started = context.now();
  const resolved = resolveOptions(specification, context.conventions, kind.options);
  const reads = [...kind.reads(resolved), ...(kind.mayRead?.(resolved) ?? [])];
  const record = (rest: Pick<TraceStep, 'verdict' | 'outputs' | 'findings'>): TraceStep => ({
    kind: specification.kind,
    title: specification.title,
    ...(specification.clause !== undefined && { clause: specification.clause }),
    options: resolved as Readonly<Record<string, unknown>>,
    inputs: reads.filter((slot) => cells.has(slot)),
    milliseconds: context.now() - started,
    ...rest,
    // A sentence may quote the value that it is about.
    findings: rest.findings.map((finding) => ({
      ...finding,
      message: { zh: hide.text(finding.message.zh), en: hide.text(finding.message.en) },
    })),
  });
  if (kind.reads(resolved).some((slot) => !cells.has(slot))) {
    return record({ verdict: 'skipped', outputs: [], findings: [] });
  }
  try {
    const outcome = kind.run(resolved, {
      ...context,
      clause: specification.clause,
      key: (slot) => ownKey(slot, { resolved, context, specification }),
    });
    const inherited = mostSensitive(reads.map((slot) => cells.get(slot)?.sensitivity ?? 'public'));
    const outputs = Object.entries(outcome.outputs).map(([slot, output]) => {
      const cell = isSensitive(output) ? output : { value: output, sensitivity: inherited };
      const isBared = inherited === 'secret' && cell.sensitivity !== 'secret' && !kind.seals;
      const isSent = cell.sensitivity === 'secret' && sentSlots.has(slot);
      if (isBared || isSent) throw secretInClear();
      cells.set(slot, cell);
      return describeOutput(slot, { ...cell, value: hide.value(cell.value) });
    });
    return record({ verdict: outcome.verdict ?? 'done', outputs, findings: outcome.findings ?? [] });
  } catch (error) {
    return record({ verdict: 'failed', outputs: [], findings: [failure(error, specification)] });
  }
}

/** What leaves this machine. */
const sentSlots: ReadonlySet<string> = new Set(['message', 'httpHeaders', 'query', 'path']);

/** Where a platform wants a secret in its messages, a header field says so, and every record has its name in its place. */
function secretInClear(): HufuError {
  return new HufuError({
    code: 'step.secretInClear',
    text: {
      zh: '这一步会把秘密原样放进报文，已停止。确实要发送的，请用规则为“密钥”（secret）的报文头字段。',
      en: 'Stopped: this step would put a secret into the message as it is. One that is to be sent is a header field with the rule "secret".',
    },
  });
}

/** A key goes to the steps whose options name its slot, and to no other. */
function ownKey(
  slot: string,
  step: {
    readonly resolved: unknown;
    readonly context: Omit<StepContext, 'clause'>;
    readonly specification: StepSpecification;
  },
): string {
  const named = Object.values(step.resolved as Readonly<Record<string, unknown>>)
    .flat()
    .includes(slot);
  if (!named) throw unnamedKey(slot, step.specification.kind);
  return step.context.key(slot);
}

/** Made once for all steps of a run; only the clause differs from step to step. */
function contextFor({ profile, message, conventions, inputs }: RunOptions, cells: Cells): Omit<StepContext, 'clause'> {
  function find<Type extends Value['type']>(slot: string, ...types: readonly Type[]) {
    const value = cells.get(slot)?.value;
    if (value === undefined) return undefined;
    if (!(types as readonly string[]).includes(value.type)) {
      throw otherType(slot, { found: value.type, wanted: types });
    }
    return value as Extract<Value, { type: Type }>;
  }
  return {
    ...inputs,
    profile,
    message,
    conventions,
    find,
    read: (slot, ...types) => {
      const value = find(slot, ...types);
      if (value === undefined) throw new Error(`A step reads ${slot} without saying so`);
      return value;
    },
    key: (slot) => {
      const text = inputs.keys[slot];
      if (text !== undefined && text !== '') return text;
      const problem = inputs.keyProblems?.[slot];
      throw problem ? new HufuError(problem) : missingKey(profile, slot);
    },
  };
}

/** Options already checked, by step and by the values of the conventions it names: a preview asks on every keystroke. */
const checkedOptions = new WeakMap<StepSpecification, Map<string, unknown>>();

function resolveOptions(
  specification: StepSpecification,
  conventions: ConventionValues,
  schema: { parse: (options: unknown) => unknown },
): unknown {
  const resolved: Record<string, unknown> = {};
  let key = '';
  for (const [name, option] of Object.entries(specification.options)) {
    const named = typeof option === 'object' && 'convention' in option;
    resolved[name] = named ? conventions[option.convention] : option;
    if (named) key += `${conventions[option.convention]}\n`;
  }
  const known = checkedOptions.get(specification) ?? new Map<string, unknown>();
  checkedOptions.set(specification, known);
  if (!known.has(key)) {
    // Conventions with open values could fill the map without end.
    if (known.size >= 32) known.clear();
    known.set(key, schema.parse(resolved));
  }
  return known.get(key);
}

function isSensitive(output: Output): output is Exclude<Output, Value> {
  return 'sensitivity' in output;
}

function mostSensitive(all: readonly Sensitivity[]): Sensitivity {
  return all.includes('secret') ? 'secret' : all.includes('personal') ? 'personal' : 'public';
}

function describeOutput(slot: string, { value, sensitivity }: { value: Value; sensitivity: Sensitivity }): TraceOutput {
  if (sensitivity === 'secret') return { slot, sensitivity, size: sizeOf(value) };
  // Counting bytes costs as much as some steps do; a trace that nobody looks at need not pay for it.
  return {
    slot,
    sensitivity,
    value,
    get size() {
      return sizeOf(value);
    },
  };
}

function sizeOf(value: Value): number {
  switch (value.type) {
    case 'text':
    case 'json':
      return bytesOfUtf8(value.text);
    case 'bytes':
      return value.bytes.length;
    case 'parts':
      return value.parts.reduce(
        (sum, { content }) => sum + (typeof content === 'string' ? bytesOfUtf8(content) : content.length),
        0,
      );
    case 'fields':
      return value.fields.length;
  }
}

function failure(error: unknown, specification: StepSpecification): Finding {
  return findingFrom(error, specification.clause === undefined ? {} : { clause: specification.clause });
}

function otherType(
  slot: string,
  { found, wanted }: { readonly found: Value['type']; readonly wanted: readonly Value['type'][] },
): HufuError {
  return new HufuError({
    code: 'step.slotType',
    field: slot,
    text: {
      zh: `${slot} 里是 ${found}，这一步要的是 ${listed(wanted, 'zh')}；请检查步骤的选项。`,
      en: `${slot} holds ${found} and this step wants ${wanted.join(' or ')}; look at the options of the step.`,
    },
  });
}

function unnamedKey(slot: string, kind: string): HufuError {
  return new HufuError({
    code: 'step.unnamedKey',
    field: slot,
    text: {
      zh: `步骤 ${kind} 的选项里没有写密钥槽 ${slot}，它得不到这个密钥。`,
      en: `The options of the step ${kind} do not name the key slot ${slot}, so it is not given the key.`,
    },
  });
}

function missingKey(profile: Profile, name: string): HufuError {
  const slot = profile.keySlots.find((candidate) => candidate.name === name);
  return new HufuError({
    code: 'key.missing',
    field: name,
    ...(slot && { clause: slot.clause }),
    text: {
      zh: `密钥槽 ${name}（${slot?.title.zh ?? name}）是空的，这一步需要它。请在环境中填入，或在命令行用 --key ${name}=… 给出。`,
      en: `Key slot ${name} (${slot?.title.en ?? name}) is empty and this step needs it. Fill it in the environment, or give --key ${name}=… on the command line.`,
    },
  });
}
