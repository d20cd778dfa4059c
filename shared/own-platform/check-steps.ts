import { stepKinds } from '../pipeline/step-kinds.ts';
import { referenceOf } from '../pipeline/step-references.ts';
import { factsOfCall, holds, interfaceFact } from '../profile/condition.ts';
import { resolveConventions, type ConventionValues } from '../profile/conventions.ts';
import type { Profile, StepSpecification } from '../profile/profile.ts';
import { isRecord } from '../data/data.ts';
import { listed } from '../listed.ts';
import type { Bilingual } from '../bilingual.ts';
import { readBySchema } from '../schema-refusal.ts';
import type { ProfileProblem } from './profile-problem.ts';

type Problem = Omit<ProfileProblem, 'severity'>;
type Found = Map<string, Problem>;

/**
 * Steps are of known kinds with options that these take, and read no slot before it is written, whatever conventions are
 * chosen and whatever interface is called.
 */
export function checkSteps(profile: Profile, depth: 'single' | 'pairs'): readonly ProfileProblem[] {
  const found: Found = new Map();
  checkKinds(profile, found);
  if (found.size === 0) {
    for (const facts of factsOf(profile, depth)) {
      checkOrder(profile, { facts, found });
      checkFieldsOnce(profile, { facts, found });
    }
  }
  return [...found.values()].map((problem) => ({ severity: 'error', ...problem }));
}

const messages = ['request', 'response'] as const;
const directions = ['outward', 'inward'] as const;

function checkKinds({ steps }: Profile, found: Found): void {
  for (const message of messages) {
    for (const direction of directions) {
      for (const [index, { kind }] of steps[message][direction].entries()) {
        if (stepKinds.has(kind)) continue;
        const kinds = [...stepKinds.keys()];
        note(found, ['steps', message, direction, index, 'kind'], {
          zh: `没有步骤“${kind}”，有：${listed(kinds, 'zh')}。`,
          en: `There is no step "${kind}"; there are ${listed(kinds, 'en')}.`,
        });
      }
    }
  }
}

interface Checking {
  readonly facts: ConventionValues;
  readonly found: Found;
}

function checkOrder(profile: Profile, { facts, found }: Checking): void {
  for (const message of messages) {
    for (const direction of directions) {
      const written = new Set(direction === 'outward' ? ['composed'] : ['received', 'httpHeaders']);
      const steps = profile.steps[message][direction];
      let isWhole = true;
      let isKnown = true;
      for (const [index, step] of steps.entries()) {
        const path = ['steps', message, direction, index];
        const kind = stepKinds.get(step.kind);
        if (!kind || !holds(step.when, facts)) continue;
        const { value: options, refusals } = readBySchema<unknown>(kind.options, resolved(step, facts));
        for (const refusal of refusals) {
          const at = [...path, 'options', ...refusal.path.map(String)];
          const from = byConvention(step, { option: refusal.path[0], facts });
          note(found, at, {
            zh: `步骤 ${step.kind}（${step.title.zh}）的选项${from.zh}${refusal.text.zh}`,
            en: `Step ${step.kind} (${step.title.en}): this option${from.en} ${refusal.text.en}`,
          });
        }
        if (refusals.length > 0) {
          isWhole = false;
          // What it would write is not known, nor what is missing behind it.
          isKnown = false;
          continue;
        }
        checkNames(profile, { step, path, options, found });
        if (!isKnown) continue;
        for (const slot of kind.reads(options)) {
          if (written.has(slot)) continue;
          isWhole = false;
          note(found, path, {
            zh: `步骤 ${step.kind} 要读的“${slot}”此前没有步骤写出${under(facts, 'zh')}。`,
            en: `Step ${step.kind} reads "${slot}", which no step before it writes${under(facts, 'en')}.`,
          });
        }
        for (const slot of kind.writes(options)) written.add(slot);
      }
      const last = direction === 'outward' ? 'message' : 'body';
      if (!isWhole || written.has(last)) continue;
      note(found, ['steps', message, direction], {
        zh: `没有步骤写出“${last}”${under(facts, 'zh')}。`,
        en: `No step writes "${last}"${under(facts, 'en')}.`,
      });
    }
  }
}

/** A field may stand twice under conditions that exclude each other, and not otherwise. */
function checkFieldsOnce({ header }: Profile, { facts, found }: Checking): void {
  for (const message of messages) {
    const seen = new Set<string>();
    for (const [index, { name, presence, when }] of header.entries()) {
      if (!presence[message] || !holds(when, facts)) continue;
      if (seen.has(name)) {
        note(found, ['header', index, 'name'], {
          zh: `报文头字段“${name}”在同样的条件下出现了两次；分别给出互斥的条件（when），或者去掉一个。`,
          en: `Header field "${name}" stands twice under the same conditions: give both conditions (when) that exclude each other, or take one away.`,
        });
      }
      seen.add(name);
    }
  }
}

interface Naming {
  readonly step: StepSpecification;
  readonly path: Problem['path'];
  readonly options: unknown;
  readonly found: Found;
}

/** Options name key slots and header fields that the profile has. */
function checkNames(profile: Profile, { step, path, options, found }: Naming): void {
  for (const [option, value] of Object.entries(isRecord(options) ? options : {})) {
    const reference = referenceOf(step.kind, option);
    if (reference === undefined) continue;
    const known = (reference === 'keySlot' ? profile.keySlots : profile.header).map(({ name }) => name);
    const wrong = [value].flat().filter((name) => typeof name === 'string' && !known.includes(name));
    if (wrong.length === 0) continue;
    const what = { keySlot: { zh: '密钥槽', en: 'key slot' }, headerField: { zh: '报文头字段', en: 'header field' } }[
      reference
    ];
    note(found, [...path, 'options', option], {
      zh: `没有${what.zh} ${listed(wrong.map(String), 'zh')}，有：${listed(known, 'zh')}。`,
      en: `There is no ${what.en} ${listed(wrong.map(String), 'en')}; there are ${listed(known, 'en')}.`,
    });
  }
}

/** The first facts under which a place is wrong are enough to find it. */
function note(found: Found, path: Problem['path'], text: Problem['text']): void {
  const key = path.join('.');
  if (!found.has(key)) found.set(key, { path, text });
}

function under(facts: ConventionValues, language: 'zh' | 'en'): string {
  const name = facts[interfaceFact] ?? '';
  if (name === '') return '';
  return language === 'zh' ? `（接口 ${name}）` : ` (interface ${name})`;
}

function resolved({ options }: StepSpecification, facts: ConventionValues): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(options).map(([name, option]) => [
      name,
      typeof option === 'object' && 'convention' in option ? facts[option.convention] : option,
    ]),
  );
}

/** Where an option's value comes from, if it does not stand in the step. */
function byConvention(
  { options }: StepSpecification,
  { option, facts }: { readonly option: string | number | undefined; readonly facts: ConventionValues },
): Bilingual {
  const given = option === undefined ? undefined : options[option];
  if (typeof given !== 'object' || !('convention' in given)) return { zh: '：', en: '' };
  const { convention } = given;
  const value = facts[convention] ?? '';
  return {
    zh: `取自约定 ${convention}，值为 ${value}：`,
    en: `, taken from convention ${convention} with the value ${value},`,
  };
}

/** Every choice of conventions with an interface, every interface with the defaults. */
function factsOf(profile: Profile, depth: 'single' | 'pairs'): readonly ConventionValues[] {
  const choices = conventionChoices(profile, depth);
  const ids = profile.interfaces.map(({ id }) => id);
  return [
    ...choices.map((conventions, index) => factsOfCall(profile, { conventions, interface: ids[index % ids.length] })),
    ...ids.map((id) => factsOfCall(profile, { conventions: choices[0] ?? {}, interface: id })),
  ];
}

/** The defaults, every single departure from them, and if asked for every pair of departures. */
function conventionChoices(profile: Profile, depth: 'single' | 'pairs'): readonly ConventionValues[] {
  const defaults = resolveConventions(profile, {});
  const single = profile.conventions.flatMap(({ name, values }) => values.map(({ value }) => ({ [name]: value })));
  const pairs =
    depth === 'pairs'
      ? single.flatMap((left, index) => single.slice(index + 1).map((right) => ({ ...left, ...right })))
      : [];
  return [defaults, ...[...single, ...pairs].map((departure) => ({ ...defaults, ...departure }))];
}
