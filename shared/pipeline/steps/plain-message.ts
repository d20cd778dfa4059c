import { z } from 'zod';
import type { Finding } from '../../finding.ts';
import { jsonString } from '../../json/json-node.ts';
import { slotName } from '../option-schemas.ts';
import { stepKind } from '../step-kind.ts';

/**
 * A request without a body: all that it says stands in its address and its HTTP headers. Members that a body was composed with
 * go nowhere, which is said.
 */
export const messageNone = stepKind({
  kind: 'message.none',
  options: z.strictObject({ to: slotName }),
  reads: () => [],
  mayRead: () => ['composed'],
  writes: ({ to }) => [to],
  run: ({ to }, { find }) => ({
    outputs: { [to]: { value: { type: 'text', text: '' }, sensitivity: 'public' } },
    findings: /[^\s{}]/.test(find('composed', 'text')?.text ?? '') ? [bodyNotSent] : [],
  }),
});

const bodyNotSent: Finding = {
  code: 'body.notSent',
  severity: 'warning',
  message: {
    zh: '这个接口没有报文体：写在报文体里的成员不会发送。它的参数是报文头的字段。',
    en: 'This interface has no body: members in the body are not sent. Its parameters are fields of the header.',
  },
};

/** A message that is one text: a ciphertext, for instance. */
export const messageText = stepKind({
  kind: 'message.text',
  options: z.strictObject({ from: slotName, to: slotName }),
  reads: ({ from }) => [from],
  writes: ({ to }) => [to],
  run: ({ from, to }, { read }) => {
    const value = read(from, 'text', 'parts');
    const text = value.type === 'text' ? value.text : value.parts.map(({ content }) => String(content)).join('');
    return { outputs: { [to]: { type: 'text', text } } };
  },
});

/** A received text as the ciphertext of a body: a JSON string, so that what reads bodies reads it too. */
export const messageTake = stepKind({
  kind: 'message.take',
  options: z.strictObject({ from: slotName, to: slotName }),
  reads: ({ from }) => [from],
  writes: ({ from, to }) => [from, to],
  run: ({ from, to }, { read }) => {
    const received = read(from, 'text');
    const content = received.text.trim();
    const node = jsonString(content);
    return {
      outputs: { [from]: received, [to]: { type: 'json', text: JSON.stringify(content), root: () => node } },
    };
  },
});

/** What a request without a body says: an empty object. */
export const bodyNone = stepKind({
  kind: 'body.none',
  options: z.strictObject({ to: slotName }),
  reads: () => [],
  writes: ({ to }) => [to],
  run: ({ to }) => ({
    outputs: {
      [to]: {
        value: { type: 'json', text: '{}', root: () => ({ type: 'object', members: [] }) },
        sensitivity: 'public',
      },
    },
  }),
});
