import { type NamesMember, type SchemaPath, schemaMembers, schemaPaths } from './schema-members.ts';

/** Tells of a pointer (RFC 6901) whether a schema names what stands there as a file. */
export type NamesFile = NamesMember;

/** Files are what `contentEncoding: base64` (JSON Schema, validation, clause 8.3) says of a string. */
const isFile = (member: Readonly<Record<string, unknown>>): boolean => member['contentEncoding'] === 'base64';

export function fileMembers(schema: unknown): NamesFile {
  return schemaMembers(schema, isFile);
}

/** Where a body may have files. */
export function filePaths(schema: unknown): readonly SchemaPath[] {
  return schemaPaths(schema, isFile);
}
