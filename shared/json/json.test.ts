import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HufuError } from '../hufu-error.ts';
import type { JsonNode } from './json-node.ts';
import { compactJson, parseJson } from './json-text.ts';
import { writeJson } from './write-json.ts';

const node = fc.letrec<{ node: JsonNode }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small' },
    fc.string({ unit: 'binary' }).map((value): JsonNode => ({ type: 'string', value })),
    fc
      .constantFrom('0', '-0', '1.10', '1E3', '0.1e-7', '110105194912310150', '12345678901234567890')
      .map((text): JsonNode => ({ type: 'number', text })),
    fc.constantFrom(true, false, null).map((value): JsonNode => ({ type: 'literal', value })),
    fc.array(tie('node')).map((items): JsonNode => ({ type: 'array', items })),
    fc
      .array(
        fc.record({ name: fc.oneof(fc.string(), fc.constantFrom('10', '2', '', '__proto__')), value: tie('node') }),
      )
      .map((members): JsonNode => ({ type: 'object', members })),
  ),
})).node;

describe('JSON without loss', () => {
  it('reads back exactly what it wrote, in every style', () => {
    fc.assert(
      fc.property(node, fc.constantFrom('compact' as const, 'pretty' as const, 'escaped' as const), (tree, style) => {
        expect(parseJson(writeJson(tree, style)).root).toEqual(tree);
      }),
    );
  });

  it('compacts to the same text as reading and writing does', () => {
    fc.assert(
      fc.property(node, (tree) => {
        const compact = writeJson(tree, 'compact');
        expect(compactJson(writeJson(tree, 'pretty')).compact).toBe(compact);
        expect(compactJson(writeJson(tree, 'escaped')).compact).toBe(compact);
      }),
    );
  });

  it('accepts and refuses what JSON.parse accepts and refuses, unpaired surrogates aside', () => {
    const fragments = [
      '{',
      '}',
      '[',
      ']',
      '"a"',
      ':',
      ',',
      '1',
      '-',
      '.',
      'e',
      'true',
      'null',
      ' ',
      '\\',
      '"',
      '01',
      '\n',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...fragments)), (parts) => {
        const text = parts.join('');
        expect(succeeds(() => compactJson(text))).toBe(succeeds(() => JSON.parse(text)));
        expect(succeeds(() => parseJson(text))).toBe(succeeds(() => JSON.parse(text)));
      }),
      { numRuns: 2000 },
    );
  });

  it('keeps digits, order and number forms', () => {
    const text = '{"b":"1","10":110105194912310150,"2":1.10,"a":{"3":1E3,"1":-0},"":""}';
    expect(compactJson(text).compact).toBe(text);
    expect(writeJson(parseJson(text).root, 'compact')).toBe(text);
  });

  it('names line and column of what is wrong', () => {
    expect(detailOf(() => parseJson('{\r\n  "a": 1,\r\n}'))).toMatchObject({
      code: 'json.syntax',
      position: { line: 3, column: 1 },
      text: { en: expect.stringContaining('line 3, column 1') },
    });
  });

  it('reports every repeated member, in small and large objects', () => {
    expect(parseJson('{"a":1,"b":{"c":1,"c":2},\n"a":3}').duplicates).toEqual([
      { name: 'c', line: 1, column: 19 },
      { name: 'a', line: 2, column: 1 },
    ]);
    const many = Array.from({ length: 40 }, (_, index) => `"m${index}":1`).join(',');
    expect(compactJson(`{${many},"m3":2}`).duplicates.map(({ name }) => name)).toEqual(['m3']);
  });

  it('refuses half characters, raw and escaped', () => {
    expect(detailOf(() => compactJson('{"a":"\ud842"}')).code).toBe('json.loneSurrogate');
    expect(detailOf(() => compactJson(String.raw`{"a":"\ud842"}`)).code).toBe('json.loneSurrogate');
  });

  it('refuses nesting that would exhaust the stack', () => {
    expect(detailOf(() => parseJson('['.repeat(100_000))).code).toBe('json.syntax');
  });
});

function succeeds(attempt: () => unknown): boolean {
  try {
    attempt();
    return true;
  } catch {
    return false;
  }
}

function detailOf(attempt: () => unknown): HufuError['detail'] {
  try {
    attempt();
  } catch (error) {
    if (error instanceof HufuError) return error.detail;
    throw error;
  }
  throw new Error('nothing was refused');
}
