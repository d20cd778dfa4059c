import { z } from 'zod';
import { memberOf, scalarText, type JsonNode } from '../../json/json-node.ts';
import { writeJson } from '../../json/write-json.ts';
import { slotName } from '../option-schemas.ts';
import { stepKind } from '../step-kind.ts';
import type { FieldsValue, JsonValue } from '../value.ts';

/**
 * Moves header fields into the body, where it lacks members of their names: what an environment knows about a session need
 * not stand in every body. Members that are there keep their values, unless a field was entered by hand; the fields travel no
 * further.
 */
export const bodyFill = stepKind({
  kind: 'body.fill',
  options: z.strictObject({ from: slotName, header: slotName, fields: z.array(z.string()), to: slotName }),
  reads: ({ from, header }) => [from, header],
  writes: ({ to, header }) => [to, header],
  run: ({ from, header, fields, to }, { read, fields: { locked } }) => {
    const body = read(from, 'json');
    const root = body.root();
    const given = read(header, 'fields').fields;
    const moved = fields.flatMap((name) => {
      const value = given.findLast((field) => field.name === name)?.value;
      const isKept = memberOf(root, name) !== undefined && locked[name] === undefined;
      return isKept || value === undefined || (scalarText(value) ?? '') === '' ? [] : [{ name, value }];
    });
    const left: FieldsValue = { type: 'fields', fields: given.filter(({ name }) => !fields.includes(name)) };
    // What changes nothing keeps its exact text.
    if (moved.length === 0 || root.type !== 'object')
      return { outputs: { [to]: body, [header]: { value: left, sensitivity: 'public' } } };
    const replaced = root.members.map((member) => moved.find(({ name }) => name === member.name) ?? member);
    const added = moved.filter(({ name }) => memberOf(root, name) === undefined);
    const node: JsonNode = { type: 'object', members: [...replaced, ...added] };
    const filled: JsonValue = { type: 'json', text: writeJson(node, 'compact'), root: () => node };
    return { outputs: { [to]: filled, [header]: { value: left, sensitivity: 'public' } } };
  },
});
