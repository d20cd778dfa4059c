import { z } from 'zod';
import { decodeText } from '../../crypto/encodings/text-encoding.ts';
import { HufuError } from '../../hufu-error.ts';
import { scalarText, type JsonMember, type JsonNode } from '../../json/json-node.ts';
import type { textEncoding } from '../option-schemas.ts';
import { recogniseEncoding } from '../recognise-encoding.ts';
import type { FieldsValue } from '../value.ts';

/** What of a body is encrypted: the whole, the member data alone, each member's value by itself. */
export const selection = z.enum(['body', 'data', 'values']);

export function selectParts(root: JsonNode, select: z.infer<typeof selection>): readonly JsonMember[] {
  const members = membersFor(root, select);
  if (select === 'data' && members.length === 0) throw noData();
  return members;
}

export function membersFor(root: JsonNode, select: z.infer<typeof selection>): readonly JsonMember[] {
  if (select === 'body') return [{ name: '', value: root }];
  const members = root.type === 'object' ? root.members : [];
  return select === 'values' ? members : members.filter(({ name }) => name === 'data');
}

/** Null and the empty text: many a platform's way to write that there is no body. */
export function isNothing(node: JsonNode): boolean {
  return (node.type === 'literal' && node.value === null) || (node.type === 'string' && node.value === '');
}

export function statusIn(header: FieldsValue | undefined, field: string): string | undefined {
  return scalarText(header?.fields.findLast(({ name }) => name === field)?.value);
}

export function isWholeBlocks(
  text: string,
  {
    encoding,
    blockBytes = 1,
  }: { readonly encoding: z.infer<typeof textEncoding>; readonly blockBytes?: number | undefined },
): boolean {
  try {
    const { length } = decodeText(text, recogniseEncoding(text, encoding));
    return length > 0 && length % blockBytes === 0;
  } catch (error) {
    if (error instanceof HufuError) return false;
    throw error;
  }
}

export function noData(): HufuError {
  return new HufuError({
    code: 'body.noData',
    field: 'body',
    text: {
      zh: '约定只加密成员 data（plaintext = data），但报文体里没有 data。',
      en: 'Only the member data is to be encrypted (plaintext = data), but the body has no data.',
    },
  });
}
