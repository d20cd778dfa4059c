import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { callSchema } from '../model/call.ts';
import { fillCall, nearestFirst } from './fill-call.ts';
import { fillText } from './fill-text.ts';

const call = callSchema.parse({
  platform: 'ldt6008',
  interface: 'cardStatus',
  environment: 'simulator',
  header: { businessCode: '{{code}}' },
  extraHeader: [
    { name: 'further', value: '{{code}}' },
    { name: 'nothing', value: null },
  ],
  body: '{"name":"{{name}}","count":{{count}}}',
  conventions: {},
  url: 'http://{{host}}/x',
});

describe('a call with variables', () => {
  it('is filled in body, header and address', () => {
    const values = { code: 'A1', name: '张三', count: '12', host: 'example.test' };
    const filled = fillCall(call, values);
    expect(filled.findings).toEqual([]);
    expect(filled.call).toMatchObject({
      header: { businessCode: 'A1' },
      extraHeader: [
        { name: 'further', value: 'A1' },
        { name: 'nothing', value: null },
      ],
      body: '{"name":"张三","count":12}',
      url: 'http://example.test/x',
    });
  });

  it('says which have no value, and where', () => {
    const { call: filled, findings } = fillCall(
      { ...call, body: '{\n  "name": "{{name}}"\n}' },
      { code: 'A1', host: 'h' },
    );
    expect(filled.body).toContain('{{name}}');
    expect(findings).toMatchObject([
      { code: 'variable.unknown', severity: 'error', field: 'body', position: { line: 2, column: 12 } },
    ]);
  });

  it('takes the nearest value', () => {
    expect({
      ...nearestFirst([{ a: 'request' }, { a: 'folder', b: 'folder' }, { b: 'workspace', c: 'workspace' }]),
    }).toEqual({
      a: 'request',
      b: 'folder',
      c: 'workspace',
    });
  });

  it('does not find values in what every object has', () => {
    expect(fillText('{{constructor}}', { values: {}, syntax: 'plain' }).unknown).toHaveLength(1);
    expect(fillText('{{__proto__}}', { values: nearestFirst([]), syntax: 'plain' }).unknown).toHaveLength(1);
  });

  it('keeps any value whole inside a JSON string', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        const { text } = fillText('{"a":"\\"{{v}}","b":"{{v}}"}', { values: { v: value }, syntax: 'json' });
        expect(JSON.parse(text)).toEqual({ a: `"${value}`, b: value });
      }),
    );
  });

  it('does not look into a value again', () => {
    expect(fillText('{{a}}', { values: { a: '{{b}}', b: 'no' }, syntax: 'plain' }).text).toBe('{{b}}');
  });
});
