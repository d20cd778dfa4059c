import { z } from 'zod';
import { findingFrom, type Finding } from '../../finding.ts';
import { HufuError } from '../../hufu-error.ts';
import { jsonString, memberOf } from '../../json/json-node.ts';
import { parseJson } from '../../json/json-text.ts';
import { writeJson } from '../../json/write-json.ts';
import { flag, slotName } from '../option-schemas.ts';
import { stepKind } from '../step-kind.ts';
import type { Field, JsonValue } from '../value.ts';

const writeOptions = z.strictObject({
  header: slotName,
  body: slotName,
  /** Slot and field name of the signature, when there is one. */
  signature: slotName,
  signatureField: z.string(),
  nonceField: z.string(),
  nonceCarrier: z.string(),
  to: slotName,
  httpHeadersTo: slotName,
  signed: flag,
});

/** `{"header":{…},"body":…}`: exactly the texts that were signed and encrypted, put together without writing them anew. */
export const messageWrite = stepKind({
  kind: 'message.write',
  options: writeOptions,
  reads: ({ header, body, signature, signed }) => (signed ? [header, body, signature] : [header, body]),
  mayRead: () => ['nonce'],
  writes: ({ to, httpHeadersTo }) => [to, httpHeadersTo],
  run: (options, { read, find, fields: { locked } }) => {
    const fields: Field[] = [...read(options.header, 'fields').fields];
    if (options.signed) {
      // One that is locked goes out instead of the computed one: to see a wrong signature refused is a use of the tool.
      const signature = locked[options.signatureField] ?? read(options.signature, 'text').text;
      fields.push({ name: options.signatureField, value: jsonString(signature) });
    }
    const header = writeJson({ type: 'object', members: fields }, 'compact');
    const nonce = find('nonce', 'text');
    const httpHeaders: Field[] =
      nonce && options.nonceCarrier.startsWith('http:')
        ? [{ name: options.nonceCarrier.slice('http:'.length), value: jsonString(nonce.text) }]
        : [];
    const text = `{"header":${header},"body":${read(options.body, 'json').text}}`;
    return {
      outputs: {
        [options.to]: { type: 'text', text },
        [options.httpHeadersTo]: { value: { type: 'fields', fields: httpHeaders }, sensitivity: 'public' },
      },
    };
  },
});

const readOptions = z.strictObject({ from: slotName, header: slotName, body: slotName });

/**
 * Takes a received message apart. The body keeps its exact text: that is what was signed. The message itself is an
 * output too, also when it cannot be read: the record must show what came.
 */
export const messageRead = stepKind({
  kind: 'message.read',
  options: readOptions,
  reads: ({ from }) => [from],
  writes: ({ from, header, body }) => [from, header, body],
  run: ({ from, header, body }, { read, clause }) => {
    const received = read(from, 'text');
    try {
      const { fields, bodyValue, findings } = takeApart(received.text);
      return {
        outputs: {
          [from]: received,
          [header]: { value: { type: 'fields', fields }, sensitivity: 'public' },
          [body]: bodyValue,
        },
        findings,
      };
    } catch (error) {
      const finding = findingFrom(error, { field: 'message', ...(clause !== undefined && { clause }) });
      return { outputs: { [from]: received }, verdict: 'failed', findings: [finding] };
    }
  },
});

interface MessageParts {
  readonly fields: readonly Field[];
  readonly bodyValue: JsonValue;
  readonly findings: readonly Finding[];
}

function takeApart(text: string): MessageParts {
  const { root, duplicates, memberText } = parseJson(text);
  const header = memberOf(root, 'header');
  const body = memberOf(root, 'body');
  if (root.type !== 'object') {
    throw malformed('message.notObject', ['报文应为 JSON 对象', 'The message must be a JSON object']);
  }
  if (header?.type !== 'object') {
    throw malformed('message.noHeader', ['报文里没有报文头 header 对象', 'The message has no header object']);
  }
  if (!body) throw malformed('message.noBody', ['报文里没有报文体 body', 'The message has no body']);
  return {
    fields: header.members,
    bodyValue: { type: 'json', text: memberText('body') ?? '', root: () => body },
    findings: duplicates.map(({ name, line, column }) => ({
      code: 'json.duplicateMember',
      severity: 'warning',
      field: name,
      position: { line, column },
      message: {
        zh: `报文中成员“${name}”重复出现（第 ${line} 行第 ${column} 列）；这里取最后一个，对方可能取另一个。`,
        en: `Member "${name}" appears twice in the message (line ${line}, column ${column}); the last one is taken here, the other side may take another.`,
      },
    })),
  };
}

function malformed(code: string, [zh, en]: readonly [string, string]): HufuError {
  return new HufuError({ code, field: 'message', text: { zh: `${zh}。`, en: `${en}.` } });
}
