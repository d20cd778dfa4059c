import { z } from 'zod';
import { findingFrom } from '../../finding.ts';
import { HufuError } from '../../hufu-error.ts';
import { memberOf, scalarText, type JsonMember, type JsonNode } from '../../json/json-node.ts';
import { parseJson } from '../../json/json-text.ts';
import { writeJson } from '../../json/write-json.ts';
import { slotName } from '../option-schemas.ts';
import { stepKind } from '../step-kind.ts';
import type { Field, JsonValue } from '../value.ts';
import { isNothing } from './body-parts.ts';
import { duplicateFinding } from './json.ts';

/** Where the header's fields and the body stand in a message. Empty: among the message's own members. */
const place = {
  headerAt: z.string(),
  bodyAt: z.string(),
  /** `Pascal`: the first letter of every member's name is a capital on the wire. */
  names: z.enum(['asIs', 'Pascal']),
};

/** A JSON message of header fields and body. A body that stands under a name of its own keeps its exact text. */
export const envelopeWrite = stepKind({
  kind: 'envelope.write',
  options: z.strictObject({
    header: slotName,
    body: slotName,
    to: slotName,
    ...place,
    /** Header fields that are JSON numbers on the wire, when they are whole ones: `"code":200`. */
    numbers: z.array(z.string()).optional(),
  }),
  reads: ({ header, body }) => [header, body],
  writes: ({ to }) => [to],
  run: ({ header, body, to, headerAt, bodyAt, names, numbers = [] }, { read }) => {
    const fields = read(header, 'fields').fields.map((field) =>
      numbers.includes(field.name) ? asNumber(field) : field,
    );
    const content = read(body, 'json');
    const members: (readonly [string, string])[] = [];
    const wire = (node: JsonNode) => writeJson(names === 'Pascal' ? renamed(node, capital) : node, 'compact');
    const nameOf = (name: string) => (names === 'Pascal' ? capital(name) : name);
    if (headerAt === '') for (const { name, value } of fields) members.push([nameOf(name), wire(value)]);
    else members.push([nameOf(headerAt), wire({ type: 'object', members: fields })]);
    if (bodyAt !== '') members.push([nameOf(bodyAt), names === 'Pascal' ? wire(content.root()) : content.text]);
    else {
      const root = content.root();
      if (root.type !== 'object') throw spreadBody();
      for (const { name, value } of root.members) members.push([nameOf(name), wire(value)]);
    }
    const text = `{${members.map(([name, value]) => `${JSON.stringify(name)}:${value}`).join(',')}}`;
    return { outputs: { [to]: { type: 'text', text } } };
  },
});

/** Takes a received message apart. What came is an output too, also when it cannot be read: the record must show it. */
export const envelopeRead = stepKind({
  kind: 'envelope.read',
  options: z.strictObject({
    from: slotName,
    header: slotName,
    body: slotName,
    ...place,
    /** A message without the member `bodyAt`, or with nothing in it (null, an empty text), has an empty object for its body. */
    bodyMayBeMissing: z.boolean().optional(),
  }),
  reads: ({ from }) => [from],
  writes: ({ from, header, body }) => [from, header, body],
  run: ({ from, header, body, headerAt, bodyAt, names, bodyMayBeMissing = false }, { read, clause }) => {
    const received = read(from, 'text');
    try {
      const parsed = parseJson(received.text);
      const isRenamed = names === 'Pascal';
      const root = isRenamed ? renamed(parsed.root, small) : parsed.root;
      if (root.type !== 'object') throw notAnObject();
      const fields = headerFields(root.members, { headerAt, bodyAt });
      const found = bodyAt === '' ? root : memberOf(root, bodyAt);
      const value = found && bodyMayBeMissing && isNothing(found) ? undefined : found;
      if (!value && !bodyMayBeMissing) throw noMember(bodyAt);
      const exact = bodyAt === '' ? received.text : parsed.memberText(bodyAt);
      const bodyValue: JsonValue =
        value && exact !== undefined && !isRenamed
          ? { type: 'json', text: exact, root: () => value }
          : jsonOf(value ?? { type: 'object', members: [] });
      return {
        outputs: {
          [from]: received,
          [header]: { value: { type: 'fields', fields }, sensitivity: 'public' },
          [body]: { value: bodyValue, sensitivity: 'personal' },
        },
        findings: parsed.duplicates.map(duplicateFinding),
      };
    } catch (error) {
      const finding = findingFrom(error, { field: 'message', ...(clause !== undefined && { clause }) });
      return { outputs: { [from]: received }, verdict: 'failed', findings: [finding] };
    }
  },
});

function asNumber({ name, value }: Field): Field {
  const text = scalarText(value) ?? '';
  return { name, value: /^-?(?:0|[1-9]\d*)$/.test(text) ? { type: 'number', text } : value };
}

function headerFields(
  members: readonly JsonMember[],
  { headerAt, bodyAt }: { readonly headerAt: string; readonly bodyAt: string },
): readonly Field[] {
  // Without a place of its own the header is what stands beside the body; single values, of a body that is the whole.
  if (headerAt === '') {
    return members.filter(({ name, value }) => name !== bodyAt && (bodyAt !== '' || isScalar(value)));
  }
  const header = members.findLast(({ name }) => name === headerAt)?.value;
  if (header?.type === 'object') return header.members;
  throw noMember(headerAt);
}

function isScalar({ type }: JsonNode): boolean {
  return type === 'string' || type === 'number' || type === 'literal';
}

function jsonOf(node: JsonNode): JsonValue {
  return { type: 'json', text: writeJson(node, 'compact'), root: () => node };
}

function renamed(node: JsonNode, rename: (name: string) => string): JsonNode {
  if (node.type === 'array') return { type: 'array', items: node.items.map((item) => renamed(item, rename)) };
  if (node.type !== 'object') return node;
  return {
    type: 'object',
    members: node.members.map(({ name, value }) => ({ name: rename(name), value: renamed(value, rename) })),
  };
}

function capital(name: string): string {
  return name.slice(0, 1).toUpperCase() + name.slice(1);
}

function small(name: string): string {
  return name.slice(0, 1).toLowerCase() + name.slice(1);
}

function notAnObject(): HufuError {
  return new HufuError({
    code: 'message.notObject',
    field: 'message',
    text: { zh: '报文应为 JSON 对象。', en: 'The message must be a JSON object.' },
  });
}

function noMember(name: string): HufuError {
  return new HufuError({
    code: 'message.noMember',
    field: 'message',
    text: { zh: `报文里没有 ${name}。`, en: `The message has no ${name}.` },
  });
}

function spreadBody(): HufuError {
  return new HufuError({
    code: 'body.notSpread',
    field: 'body',
    text: {
      zh: '约定报文体的成员直接放在报文最外层，但报文体是密文或单个值，放不进去；请改约定。',
      en: "The body's members are to stand in the message itself, but the body is a ciphertext or a single value; choose another convention.",
    },
  });
}
