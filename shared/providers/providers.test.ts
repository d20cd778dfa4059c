import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createPortableEngine } from '../crypto/portable-engine.ts';
import { checkProfile } from '../own-platform/check-profile.ts';
import { viewTrace } from '../pipeline/trace-view.ts';
import { profileSchema, type Profile } from '../profile/profile.ts';
import { atPointer } from '../json/json-pointer.ts';
import { scalarText } from '../json/json-node.ts';
import { statusesOf } from '../profile/statuses-of.ts';
import { fillText } from '../variables/fill-text.ts';
import type { SampleFolder } from './collection.ts';
import { builtInPlatforms } from './built-in.ts';
import { talkToSimulator } from './talk-to-simulator.ts';

const folders = readdirSync(join(import.meta.dirname), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

const randomBytes = (length: number) => crypto.getRandomValues(new Uint8Array(length));
const engine = createPortableEngine({ randomBytes });

it('has every folder in the list of platforms, under its own name', () => {
  expect(builtInPlatforms.map(({ profile }) => profile.id).toSorted()).toEqual(folders.toSorted());
});

describe.each(builtInPlatforms.map((provider) => [provider.profile.id, provider] as const))('%s', (_id, provider) => {
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

  it('makes sense: names, references, steps under every pair of conventions, samples', () => {
    expect(checkProfile(profile, { conventions: 'pairs' })).toEqual([]);
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
        const table = statusesOf(profile, name);
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
      const open = profile.session?.openValues ?? [];
      const tokens = Object.entries(talk.session).filter(([name]) => !open.includes(name));
      for (const [, value] of tokens) expect(said).not.toContain(value);
    }
  });
});

function foldersOf(some: readonly SampleFolder[]): readonly SampleFolder[] {
  return some.flatMap((folder) => [folder, ...foldersOf(folder.folders ?? [])]);
}
