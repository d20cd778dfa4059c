import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { builtInPlatforms } from '../providers/built-in.ts';
import type { Data, DataRecord } from '../data/data.ts';
import { applyChanges, changesOf } from './profile-changes.ts';

const profiles = builtInPlatforms.map(({ profile }) => JSON.parse(JSON.stringify(profile)) as DataRecord);
const [ldt6008 = {}] = profiles;

describe('changes of a profile', () => {
  it('says nothing of what is the same', () => {
    for (const profile of profiles) expect(changesOf(profile, structuredClone(profile))).toBeUndefined();
  });

  it('names an item of a list by its name', () => {
    const edited = structuredClone(ldt6008) as { title: Data; header: { name: string; length: Data }[] };
    edited.title = { zh: '我的平台', en: 'Mine' };
    const field = edited.header.find(({ name }) => name === 'appCode');
    if (field) field.length = { atMost: 20 };
    expect(changesOf(ldt6008, edited as unknown as Data)).toEqual({
      title: { zh: '我的平台', en: 'Mine' },
      header: { appCode: { length: { atMost: 20 } } },
    });
  });

  it('adds, takes away and moves items', () => {
    const base = { keySlots: [{ name: 'a' }, { name: 'b' }] };
    expect(changesOf(base, { keySlots: [{ name: 'a' }, { name: 'b' }, { name: 'c' }] })).toEqual({
      keySlots: { c: { name: 'c' } },
    });
    expect(changesOf(base, { keySlots: [{ name: 'b' }] })).toEqual({ keySlots: { a: null } });
    expect(changesOf(base, { keySlots: [{ name: 'b' }, { name: 'a' }] })).toEqual({
      keySlots: [{ name: 'b' }, { name: 'a' }],
    });
  });

  it('keeps items of one name apart, and names of digits in their order', () => {
    const base = {
      header: [
        { name: 'token', at: 1 },
        { name: 'token', at: 2 },
      ],
      statuses: { codes: [{ code: '9' }, { code: '1' }] },
    };
    const edited = {
      header: [
        { name: 'token', at: 1 },
        { name: 'token', at: 3 },
      ],
      statuses: { codes: [{ code: '9' }, { code: '1', x: 1 }] },
    };
    const changes = changesOf(base, edited) ?? null;
    expect(changes).toEqual({ header: { 'token #2': { at: 3 } }, statuses: { codes: { 1: { x: 1 } } } });
    expect(applyChanges(base, changes)).toEqual(edited);
  });

  it('leads from any profile to any edited one, whatever was edited', () => {
    fc.assert(
      fc.property(
        fc.nat(profiles.length - 1),
        fc.array(fc.tuple(fc.nat(), fc.constantFrom('drop', 'double', 'swap', 'text', 'null', 'list')), {
          maxLength: 6,
        }),
        (index, edits) => {
          const base = profiles[index] ?? {};
          const edited = structuredClone(base) as Data;
          for (const [seed, edit] of edits) editSomewhere(edited, { seed, edit });
          const changes = changesOf(base, edited);
          expect(changes === undefined ? base : applyChanges(base, changes)).toEqual(edited);
        },
      ),
      { numRuns: 300 },
    );
  });
});

/** Changes the list or map that a number leads to. */
function editSomewhere(data: Data, { seed, edit }: { seed: number; edit: string }): void {
  const containers: (Data[] | Record<string, Data>)[] = [];
  const collect = (value: Data, isSchema: boolean): void => {
    if (typeof value !== 'object' || value === null) return;
    if (!isSchema) containers.push(value as Data[]);
    for (const [name, child] of Object.entries(value)) collect(child, isSchema || name.endsWith('Schema'));
  };
  collect(data, false);
  const container = containers[seed % containers.length];
  if (Array.isArray(container)) {
    const [first] = container;
    if (edit === 'drop') container.pop();
    else if (edit === 'swap') container.reverse();
    else if (edit === 'list') container.push([{ name: 'x' }]);
    else if (first !== undefined) container.push(structuredClone(first));
    return;
  }
  if (!container) return;
  const names = Object.keys(container);
  const name = names[seed % Math.max(names.length, 1)];
  if (edit === 'drop' && name !== undefined) delete container[name];
  else if (edit === 'list' && name !== undefined) container[name] = [null, 'a'];
  else {
    // A list stays one: anything else in its place is no profile.
    const place = edit === 'swap' && name !== undefined && !Array.isArray(container[name]) ? name : 'added';
    container[place] = edit === 'text' ? '文本' : { inner: 1 };
  }
}
