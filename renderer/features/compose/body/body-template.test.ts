import { expect, it } from 'vitest';
import { ldt6008 } from '../../../../shared/providers/ldt6008/profile.ts';
import { bodyTemplate } from './body-template.ts';

const [card, , batch] = ldt6008.interfaces;

it('writes each shape with the members the interface knows', () => {
  expect(JSON.parse(bodyTemplate('object', card))).toEqual({ aac003: '', aac002: '' });
  expect(JSON.parse(bodyTemplate('paged', card))).toEqual({ aac003: '', aac002: '', cpage: 1, rows: 10 });
  expect(JSON.parse(bodyTemplate('batch', card))).toEqual({ totalCount: 1, list: [{ aac003: '', aac002: '' }] });
});

it('finds the conditions inside the list of a batch interface', () => {
  expect(JSON.parse(bodyTemplate('object', batch))).toEqual({ aac003: '', aac002: '' });
});

it('has an empty value for every type and does without a schema', () => {
  const requestSchema = {
    properties: { n: { type: 'integer' }, b: { type: 'boolean' }, a: { type: 'array' }, o: { type: 'object' }, s: {} },
  };
  expect(JSON.parse(bodyTemplate('object', { requestSchema }))).toEqual({ n: 0, b: false, a: [], o: {}, s: '' });
  expect(bodyTemplate('object', { requestSchema: {} })).toBe('{}');
});
