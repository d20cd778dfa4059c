import { expect, it } from 'vitest';
import { bodySchemaFindings } from './body-schema-findings.ts';

const requestSchema = {
  type: 'object',
  required: ['name'],
  properties: {
    name: { type: 'string', maxLength: 3 },
    page: { type: 'integer', maximum: 150 },
    list: { type: 'array', items: { type: 'object', required: ['a/b'], properties: { 'a/b': { type: 'string' } } } },
    kind: { enum: ['1', '2'] },
  },
};
const found = (text: string, known: readonly string[] = []) =>
  bodySchemaFindings(text, { requestSchema, clause: '6.1', mark: 'P' }, new Set(known)).map(
    ({ field, message, position }) => [field, message.zh, position?.line],
  );

it('says where a body is not what its interface asks for, and nothing of one that is', () => {
  expect(found('{"name":"张三","page":150,"more":1}')).toEqual([]);
  expect(found('{"name":"张三丰年",\n"page":151,\n"list":[{}]}')).toEqual([
    ['/name', '/name 最多 3 个字符。', 1],
    ['/page', '/page 应不大于 150。', 2],
    ['/list/0/a~1b', expect.stringContaining('没有这一项'), undefined],
  ]);
  expect(found('{"page":"1"}')).toEqual([
    ['/name', '/name 没有这一项，应是文本。', undefined],
    ['/page', '/page 应是数字，实际是文本。', 1],
  ]);
});

it('leaves to others what they say better: variables, and codes of tables', () => {
  expect(found('{"name":"{{a name}}"}')).toEqual([]);
  expect(found('{"name":"x","kind":"9"}', ['/kind'])).toEqual([]);
  expect(found('{"name":"x","kind":"9"}')).toHaveLength(1);
});

it('is silent about a schema that cannot be followed', () => {
  const broken = { requestSchema: { $ref: 'https://x.example/y' }, clause: '', mark: 'A' } as const;
  expect(bodySchemaFindings('{}', broken, new Set())).toEqual([]);
});
