import { type NamesMember, schemaMembers } from './schema-members.ts';

/** Tells of a pointer (RFC 6901) whether a schema names what stands there as a file. */
export type NamesFile = NamesMember;

/** Files are what `contentEncoding: base64` (JSON Schema, validation, clause 8.3) says of a string. */
export function fileMembers(schema: unknown): NamesFile {
  return schemaMembers(schema, (member) => member['contentEncoding'] === 'base64');
}
