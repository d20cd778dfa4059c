import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createPortableEngine } from '../crypto/portable-engine.ts';
import { stepKinds } from '../pipeline/step-kinds.ts';
import { viewTrace } from '../pipeline/trace-view.ts';
import type { ConventionValues } from '../profile/conventions.ts';
import { resolveConventions } from '../profile/conventions.ts';
import { holds, interfaceFact } from '../profile/condition.ts';
import { profileSchema, type Profile, type StepSpecification } from '../profile/profile.ts';
import { atPointer } from '../json/json-pointer.ts';
import { scalarText } from '../json/json-node.ts';
import { fillText } from '../variables/fill-text.ts';
import type { SampleFolder } from './collection.ts';
import { providers } from './providers.ts';
import { talkToSimulator } from './talk-to-simulator.ts';

const folders = readdirSync(join(import.meta.dirname), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

const randomBytes = (length: number) => crypto.getRandomValues(new Uint8Array(length));
const engine = createPortableEngine({ randomBytes });

it('has every folder in the list of platforms, under its own name', () => {
  expect(providers.map(({ profile }) => profile.id).toSorted()).toEqual(folders.toSorted());
});

describe.each(providers.map((provider) => [provider.profile.id, provider] as const))('%s', (_id, provider) => {
  const profile: Profile = provider.profile;

  it('is a valid profile, as data: nothing is lost on the way through JSON', () => {
    expect(profileSchema.parse(JSON.parse(JSON.stringify(profile)))).toEqual(profile);
  });

  it('gives every convention a clause, a mark and a note in both languages, and names each once', () => {
    const names = profile.conventions.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const { clause, note } of profile.conventions) {
      expect(clause).not.toBe('');
      expect(note.zh).not.toBe('');
      expect(note.en).not.toBe('');
    }
  });

  it('refers only to conventions, values, fields and slots that exist', () => {
    const conditions = JSON.stringify(profile).matchAll(/"(?:when|neededWhen)":(\{[^{}]*\}|\[(?:\{[^{}]*\},?)+\])/g);
    const problems = [...conditions]
      .flatMap(([, text]) => [JSON.parse(text ?? '{}') as Record<string, string[]> | Record<string, string[]>[]].flat())
      .flatMap((condition) => Object.entries(condition))
      .filter(([name, values]) => {
        if (name === interfaceFact) return values.some((id) => !profile.interfaces.some((entry) => entry.id === id));
        const convention = profile.conventions.find((candidate) => candidate.name === name);
        return !convention || values.some((value) => !convention.values.some((known) => known.value === value));
      });
    expect(problems).toEqual([]);
  });

  it('uses known step kinds with valid options, and reads every slot only after it was written', () => {
    factsOf(profile).forEach((conventions) => {
      for (const message of ['request', 'response'] as const) {
        for (const direction of ['outward', 'inward'] as const) {
          const written = new Set(direction === 'outward' ? ['composed'] : ['received', 'httpHeaders']);
          for (const step of profile.steps[message][direction]) {
            if (!holds(step.when, conventions)) continue;
            const kind = stepKinds.get(step.kind);
            if (!kind) throw new Error(`unknown step kind ${step.kind}`);
            const options = kind.options.parse(resolved(step, conventions));
            const missing = kind.reads(options).filter((slot) => !written.has(slot));
            expect({ message, direction, step: step.kind, missing, conventions }).toMatchObject({ missing: [] });
            for (const slot of kind.writes(options)) written.add(slot);
          }
          expect([...written]).toContain(direction === 'outward' ? 'message' : 'body');
        }
      }
    });
  });

  it('names only key slots, session values and interfaces that exist', () => {
    const slots: readonly string[] = profile.keySlots.map(({ name }) => name);
    const strange = profile.header.filter(
      ({ rule }) =>
        (rule.rule === 'secret' && !slots.includes(rule.slot)) ||
        (rule.rule === 'session' && !Object.hasOwn(profile.session?.values ?? {}, rule.value)),
    );
    expect(strange).toEqual([]);
    const opening = profile.session?.interface;
    expect(opening === undefined || profile.interfaces.some(({ id }) => id === opening)).toBe(true);
  });

  it.each(profile.interfaces.map((entry) => [entry.id, entry] as const))(
    '%s: every sample validates and comes back decrypted from the simulator',
    (name, entry) => {
      const schema = z.fromJSONSchema(entry.requestSchema);
      const answerSchema = z.fromJSONSchema(entry.responseSchema);
      for (const { body, header = {} } of entry.samples) {
        schema.parse(JSON.parse(body));
        const talk = talkToSimulator(provider, { engine, randomBytes });
        const { request, answer, response, body: answered } = talk.call(name, { body, header });
        const unmet = ({ verdict }: { readonly verdict: string }) => verdict === 'failed' || verdict === 'skipped';
        expect(request.trace.steps.filter(unmet)).toEqual([]);
        expect(request.trace.findings.filter(({ severity }) => severity !== 'notice')).toEqual([]);
        expect(answer.request.steps.filter(unmet)).toEqual([]);
        expect({ status: answer.status, reason: answer.reason.zh }).toMatchObject({
          status: (entry.statuses ?? profile.statuses).success,
        });
        expect(response.trace.findings).toEqual([]);
        answerSchema.parse(answered);
      }
    },
  );

  it('runs every flow of its collection to the end, values handed on from call to call', () => {
    for (const folder of foldersOf(provider.collection).filter(({ name }) => name.startsWith('流程'))) {
      const talk = talkToSimulator(provider, { engine, randomBytes });
      const variables: Record<string, string> = { ...folder.variables };
      for (const { title, interface: name, extract = {}, header, body } of folder.requests ?? []) {
        const [first] = profile.interfaces.find(({ id }) => id === name)?.samples ?? [];
        const filled = (text: string) => fillText(text, { values: variables, syntax: 'plain' }).text;
        const { answer, response } = talk.call(name, {
          body: filled(body ?? first?.body ?? '{}'),
          header: Object.fromEntries(
            Object.entries(header ?? first?.header ?? {}).map(([field, value]) => [field, filled(value)]),
          ),
        });
        const table = profile.interfaces.find(({ id }) => id === name)?.statuses ?? profile.statuses;
        expect({ title: title.zh, status: answer.status, reason: answer.reason.zh }).toMatchObject({
          status: table.success,
        });
        const clear = response.slots.get('body');
        for (const [variable, pointer] of Object.entries(extract)) {
          const value = clear?.type === 'json' ? scalarText(atPointer(clear.root(), pointer)) : undefined;
          expect(value, `${title.zh} ${pointer}`).toBeTruthy();
          variables[variable] = value ?? '';
        }
      }
    }
  });

  it('names every request of its collection once, each of an interface that exists', () => {
    const requests = foldersOf(provider.collection).flatMap(({ requests: own = [] }) => own);
    expect(new Set(requests.map(({ id }) => id)).size).toBe(requests.length);
    for (const { id, interface: name } of requests) {
      expect(id).toMatch(/^sample\/[a-zA-Z\d/-]+$/);
      expect(profile.interfaces.map((one) => one.id)).toContain(name);
    }
  });

  it('lets no secret into a trace', () => {
    const secrets = profile.header.flatMap(({ rule }) => (rule.rule === 'secret' ? [rule.slot] : []));
    for (const { id, samples } of profile.interfaces) {
      const talk = talkToSimulator(provider, { engine, randomBytes });
      const [sample] = samples;
      const { request } = talk.call(id, { body: sample?.body ?? '{}', header: sample?.header ?? {} });
      const said = JSON.stringify(viewTrace(request.trace, { limit: Number.POSITIVE_INFINITY }));
      for (const slot of secrets) expect(said).not.toContain(provider.sample.keys[slot]);
      for (const value of Object.values(talk.session)) expect(said).not.toContain(value);
    }
  });
});

function foldersOf(some: readonly SampleFolder[]): readonly SampleFolder[] {
  return some.flatMap((folder) => [folder, ...foldersOf(folder.folders ?? [])]);
}

function resolved({ options }: StepSpecification, conventions: ConventionValues): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(options).map(([name, option]) => [
      name,
      typeof option === 'object' && 'convention' in option ? conventions[option.convention] : option,
    ]),
  );
}

/** Every choice of conventions with an interface, every interface with the defaults. */
function factsOf(profile: Profile): readonly ConventionValues[] {
  const choices = conventionChoices(profile);
  const ids = profile.interfaces.map(({ id }) => id);
  return [
    ...choices.map((conventions, index) => ({ ...conventions, [interfaceFact]: ids[index % ids.length] ?? '' })),
    ...ids.map((id) => ({ ...choices[0], [interfaceFact]: id })),
  ];
}

/** The defaults, every single departure from them, and every pair of departures of the first conventions' values. */
function conventionChoices(profile: Profile): readonly ConventionValues[] {
  const defaults = resolveConventions(profile, {});
  const single = profile.conventions.flatMap(({ name, values }) => values.map(({ value }) => ({ [name]: value })));
  const pairs = single.flatMap((left, index) => single.slice(index + 1).map((right) => ({ ...left, ...right })));
  return [defaults, ...[...single, ...pairs].map((departure) => ({ ...defaults, ...departure }))];
}
