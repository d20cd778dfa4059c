import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createPortableEngine } from '../crypto/portable-engine.ts';
import { hexFromBytes } from '../crypto/encodings/hex.ts';
import { noFields, readResponse, writeRequest } from '../pipeline/messages.ts';
import type { FieldSources, PipelineInputs } from '../pipeline/step-kind.ts';
import { stepKinds } from '../pipeline/step-kinds.ts';
import type { ConventionValues } from '../profile/conventions.ts';
import { resolveConventions } from '../profile/conventions.ts';
import { holds } from '../profile/condition.ts';
import { profileSchema, type Profile, type StepSpecification } from '../profile/profile.ts';
import { providers } from './providers.ts';

const folders = readdirSync(join(import.meta.dirname), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

const randomBytes = (length: number) => crypto.getRandomValues(new Uint8Array(length));
const engine = createPortableEngine({ randomBytes });
const clock = Date.UTC(2026, 10, 22, 2, 10, 20);

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
        const convention = profile.conventions.find((candidate) => candidate.name === name);
        return !convention || values.some((value) => !convention.values.some((known) => known.value === value));
      });
    expect(problems).toEqual([]);
  });

  it('uses known step kinds with valid options, and reads every slot only after it was written', () => {
    conventionChoices(profile).forEach((conventions) => {
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

  it.each(profile.interfaces.map((entry) => [entry.id, entry] as const))(
    '%s: every sample validates and comes back decrypted from the simulator',
    (_name, entry) => {
      const schema = z.fromJSONSchema(entry.requestSchema);
      const answerSchema = z.fromJSONSchema(entry.responseSchema);
      const conventions = resolveConventions(profile, {});
      const keys = exampleKeys(profile);
      for (const [index, sample] of entry.samples.entries()) {
        schema.parse(JSON.parse(sample.body));
        const serial = String(index + 1);
        const nonce = serial.padStart(24, '0');
        const fields: FieldSources = { ...noFields, environment: { appCode: 'B100000KJGK' }, interface: entry.header };
        const base = { profile, conventions };
        const request = writeRequest({ ...base, body: sample.body, inputs: inputs({ keys, fields, nonce, serial }) });
        expect(request.trace.steps.filter(({ verdict }) => verdict === 'failed' || verdict === 'skipped')).toEqual([]);
        expect(request.trace.findings.filter(({ severity }) => severity !== 'notice')).toEqual([]);
        const message = request.slots.get('message');
        if (message?.type !== 'text') throw new Error('no message');

        const simulator = provider.createSimulator({ conventions, keys, engine });
        const answer = simulator.receive(
          { method: 'POST', target: '/', bytes: new TextEncoder().encode(message.text), httpHeaders: [], faults: {} },
          { clock, nonce, serial, randomBytes, now: () => 0 },
        );
        expect(answer.status).toBe(profile.statuses.success);

        const response = readResponse({
          ...base,
          inputs: inputs({ keys, fields: noFields }),
          text: answer.text,
          httpHeaders: [],
          request,
        });
        expect(response.trace.findings).toEqual([]);
        const body = response.slots.get('body');
        if (body?.type !== 'json') throw new Error('no body');
        answerSchema.parse(JSON.parse(body.text));
      }
    },
  );
});

function inputs(given: Pick<PipelineInputs, 'keys' | 'fields'> & { nonce?: string; serial?: string }): PipelineInputs {
  return { engine, clock, randomBytes, now: () => 0, ...given };
}

function resolved({ options }: StepSpecification, conventions: ConventionValues): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(options).map(([name, option]) => [
      name,
      typeof option === 'object' && 'convention' in option ? conventions[option.convention] : option,
    ]),
  );
}

/** The defaults, every single departure from them, and every pair of departures of the first conventions' values. */
function conventionChoices(profile: Profile): readonly ConventionValues[] {
  const defaults = resolveConventions(profile, {});
  const single = profile.conventions.flatMap(({ name, values }) => values.map(({ value }) => ({ [name]: value })));
  const pairs = single.flatMap((left, index) => single.slice(index + 1).map((right) => ({ ...left, ...right })));
  return [defaults, ...[...single, ...pairs].map((departure) => ({ ...defaults, ...departure }))];
}

function exampleKeys(profile: Profile): Readonly<Record<string, string>> {
  const privateKeys = { caller: '11'.repeat(32), provider: '22'.repeat(32) };
  const publicKey = (hex: string) =>
    hexFromBytes(engine.sm2PublicKey(Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))));
  return Object.fromEntries(
    profile.keySlots.map(({ name, algorithm }) => {
      const owner = name.startsWith('provider') ? privateKeys.provider : privateKeys.caller;
      if (algorithm === 'sm2Private') return [name, owner];
      return [name, algorithm === 'sm2Public' ? publicKey(owner) : '1234567890123456'];
    }),
  );
}
