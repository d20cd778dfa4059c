import { z } from 'zod';
import { findingFrom } from '../../finding.ts';
import { jsonString, scalarText, type JsonNode } from '../../json/json-node.ts';
import { parseJson } from '../../json/json-text.ts';
import { writeJson } from '../../json/write-json.ts';
import { HufuError } from '../../hufu-error.ts';
import { readForm, writeForm } from '../../http/form.ts';
import { holds } from '../../profile/condition.ts';
import { slotName } from '../option-schemas.ts';
import { stepKind } from '../step-kind.ts';
import type { Field, JsonValue } from '../value.ts';

const options = {
  header: slotName,
  body: slotName,
  /** The parameter that holds the body as JSON text; empty: the body's members are parameters themselves. */
  bodyParameter: z.string(),
};

/** Header fields and body as `application/x-www-form-urlencoded`. */
export const formWrite = stepKind({
  kind: 'form.write',
  options: z.strictObject({ ...options, to: slotName }),
  reads: ({ header, body }) => [header, body],
  writes: ({ to }) => [to],
  run: ({ header, body, bodyParameter, to }, { read }) => {
    const content = read(body, 'json');
    const parameters: readonly Field[] =
      bodyParameter === '' ? membersOf(content.root()) : [{ name: bodyParameter, value: jsonString(content.text) }];
    const pairs = [...read(header, 'fields').fields, ...parameters].map(({ name, value }) => ({
      name,
      value: scalarText(value) ?? writeJson(value, 'compact'),
    }));
    return { outputs: { [to]: { type: 'text', text: writeForm(pairs) } } };
  },
});

/** The same taken apart, as the other side does; the body's parameters are those that no header field has. */
export const formRead = stepKind({
  kind: 'form.read',
  options: z.strictObject({ ...options, from: slotName }),
  reads: ({ from }) => [from],
  writes: ({ from, header, body }) => [from, header, body],
  run: ({ from, header, body, bodyParameter }, { read, profile, message, conventions, clause }) => {
    const received = read(from, 'text');
    try {
      const pairs = readForm(received.text).map(({ name, value }): Field => ({ name, value: jsonString(value) }));
      const fields = profile.header.filter(({ presence, when }) => presence[message] && holds(when, conventions));
      const own = new Set(fields.map(({ name }) => name));
      const isHeader = ({ name }: Field) => (bodyParameter === '' ? own.has(name) : name !== bodyParameter);
      const rest = pairs.filter((field) => !isHeader(field));
      return {
        outputs: {
          [from]: received,
          [header]: { value: { type: 'fields', fields: pairs.filter(isHeader) }, sensitivity: 'public' },
          [body]: { value: bodyOf(rest, bodyParameter), sensitivity: 'personal' },
        },
      };
    } catch (error) {
      const finding = findingFrom(error, { field: 'message', ...(clause !== undefined && { clause }) });
      return { outputs: { [from]: received }, verdict: 'failed', findings: [finding] };
    }
  },
});

function membersOf(root: JsonNode): readonly Field[] {
  if (root.type === 'object') return root.members;
  throw new HufuError({
    code: 'body.notObject',
    field: 'body',
    text: {
      zh: '报文体应为 JSON 对象，成员逐个成为表单参数。',
      en: 'The body must be a JSON object: each member becomes a parameter.',
    },
  });
}

function bodyOf(rest: readonly Field[], bodyParameter: string): JsonValue {
  const text =
    bodyParameter === ''
      ? writeJson({ type: 'object', members: rest }, 'compact')
      : (scalarText(rest.at(-1)?.value) ?? '');
  return { type: 'json', text, root: () => parseJson(text).root };
}
