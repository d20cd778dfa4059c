import { expect, it } from 'vitest';
import { parseJson } from '../json/json-text.ts';
import { bodyProblem } from './body-problem.ts';

const requestSchema = {
  type: 'object',
  required: ['data'],
  properties: {
    page: { type: 'integer', minimum: 1 },
    data: {
      type: 'object',
      required: ['name'],
      properties: {
        name: { type: 'string' },
        list: { type: 'array', items: { type: 'object', required: ['code'] } },
      },
    },
  },
};
const problem = (body: string) => bodyProblem({ requestSchema }, parseJson(body).root);

it.each([
  ['{}', 'data'],
  ['{"data":null}', 'data'],
  ['{"data":{}}', 'data.name'],
  ['{"data":{"name":""}}', 'data.name'],
  ['{"data":{"name":"a","list":[{"code":"1"},{}]}}', 'data.list.1.code'],
])('names what %s lacks', (body, path) => {
  expect(problem(body)).toEqual({ zh: `缺少必填的 ${path}`, en: `${path} is required and missing` });
});

it.each(['{"page":1.5,"data":{"name":"a"}}', '{"page":0,"data":{"name":"a"}}', '{"page":"1","data":{"name":"a"}}'])(
  'names what is of another type in %s, in both languages',
  (body) => {
    const found = problem(body);
    expect(found?.zh).toContain('page');
    expect(found?.zh).toMatch(/\p{Script=Han}/u);
    expect(found?.en).toContain('page');
    expect(found?.en).not.toMatch(/\p{Script=Han}/u);
  },
);

it('has nothing to say of a body that is in order, nor of members that nobody asked for', () => {
  expect(problem('{"page":1,"data":{"name":"a","list":[]},"more":true}')).toBeUndefined();
});

it('names the first required member where there is no body at all', () => {
  expect(bodyProblem({ requestSchema }, undefined)?.en).toBe('data is required and missing');
});
