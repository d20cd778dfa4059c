import { expect, it } from 'vitest';
import { z } from 'zod';
import { stepKinds } from './step-kinds.ts';
import { referringOptions } from './step-references.ts';
import { describedOptions, stepWords, wordsOfOption } from './step-words.ts';

const taken = [...stepKinds].flatMap(([kind, { options }]) => {
  const { properties = {} } = z.toJSONSchema(options, { io: 'input', unrepresentable: 'any' });
  return Object.keys(properties).map((option): [string, string] => [kind, option]);
});

it('describes every kind of step and nothing else, in both languages', () => {
  expect(Object.keys(stepWords).toSorted()).toEqual([...stepKinds.keys()].toSorted());
  for (const { zh, en } of Object.values(stepWords)) {
    expect(zh).toMatch(/\p{Script=Han}|SM3/u);
    expect(en).not.toMatch(/\p{Script=Han}/u);
  }
});

it.each(taken)('says what %s means by %s', (kind, option) => {
  const words = wordsOfOption(kind, option);
  expect(words?.zh).toMatch(/\p{Script=Han}/u);
  expect(words?.en).not.toMatch(/\p{Script=Han}/u);
});

it('has no words and no references for options that are gone', () => {
  const names = taken.map((pair) => pair.join('.'));
  const options = taken.map(([, option]) => option);
  expect(describedOptions.particular.filter((name) => !names.includes(name))).toEqual([]);
  expect(describedOptions.general.filter((name) => !options.includes(name))).toEqual([]);
  expect(referringOptions.filter((name) => !names.includes(name) && !options.includes(name))).toEqual([]);
});
