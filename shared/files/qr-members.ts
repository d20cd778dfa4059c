import { type NamesMember, schemaMembers } from './schema-members.ts';

/**
 * What a QR code holds is a string of `format: qr-code`, a format of our own (JSON Schema, validation, clause 7.2.3 lets there be
 * some): drawn in an answer, offered the text of a picture in a request.
 */
export function qrMembers(schema: unknown): NamesMember {
  return schemaMembers(schema, (member) => member['format'] === 'qr-code');
}
