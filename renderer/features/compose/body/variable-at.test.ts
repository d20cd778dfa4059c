import { describe, expect, it } from 'vitest';
import { nameBeingTyped, variableAt } from './variable-at.ts';

describe('a variable in a line', () => {
  const line = '{"a":"{{姓名}}","b":{{n}}}';
  it.each([
    [6, undefined],
    [7, '姓名'],
    [12, '姓名'],
    [13, undefined],
    [19, 'n'],
  ])('column %i lies in %s', (column, name) => expect(variableAt(line, column)?.name).toBe(name));

  it('is known while its name is typed', () => {
    expect(nameBeingTyped('"{{姓', 5)).toEqual({ start: 4, end: 5, isClosed: false });
    expect(nameBeingTyped('"{{姓名}}"', 5)).toEqual({ start: 4, end: 6, isClosed: true });
    expect(nameBeingTyped('"{{"', 4)).toEqual({ start: 4, end: 4, isClosed: false });
    expect(nameBeingTyped('"{姓"', 4)).toBeUndefined();
    expect(nameBeingTyped('{"a":{"b"', 8)).toBeUndefined();
  });
});
