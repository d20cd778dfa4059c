import { createHash, randomInt } from 'node:crypto';
import { parseDocument, type Document } from 'yaml';
import { z } from 'zod';
import type { Bilingual } from '../../shared/bilingual.ts';
import { extractSchema, variablesSchema, type Call } from '../../shared/model/call.ts';
import type { SavedRequest } from '../../shared/model/workspace.ts';
import { plainMember } from '../yaml/plain-value.ts';
import { documentText, newDocument, writeMembers } from '../yaml/write-members.ts';
import { bilingualOf, newestFormat, readFile, readMembers, wordsOf, wordsSchema, type FileOptions } from './format.ts';
import { bodyUnwritable, tooLarge } from './workspace-refusals.ts';

/** 32 MB, as much as a call may carry: bodies are kept in the file, and some hold whole documents. */
const largestRequest = 32 * 1024 * 1024;

const texts = z.record(z.string(), z.string());

const requestSchema = z.object({
  id: z.string().min(1).max(100).optional(),
  title: wordsSchema.optional(),
  note: wordsSchema.optional(),
  platform: z.string(),
  interface: z.string().default(''),
  environment: z.string().default(''),
  header: texts.default({}),
  extraHeader: z.array(z.object({ name: z.string(), value: z.string().nullable() })).default([]),
  conventions: texts.default({}),
  variables: variablesSchema.default({}),
  extract: extractSchema.default({}),
  url: z.string().default(''),
  body: z.string().default(''),
});

/** A request as its file says it. The id may be missing in a file that was written by hand. */
export interface RequestContent {
  readonly id: string | undefined;
  readonly title: Bilingual;
  readonly note: Bilingual | undefined;
  readonly call: Call;
}

export interface RequestFile extends RequestContent {
  readonly document: Document;
  readonly digest: string;
}

/** `shown`: its path below `collections`. Throws `request.broken`, `workspace.newerFormat`. */
export function readRequestFile(path: string, options: FileOptions & { readonly shown: string }): RequestFile {
  const { document, bytes } = readFile(path, { limit: largestRequest, ...options });
  const { id, title, note, ...call } = readMembers(document, { schema: requestSchema, shown: options.shown });
  return {
    document,
    digest: digestOf(bytes),
    // Such an id is a place, and another file's.
    id: id?.startsWith(byPath) ? undefined : id,
    title: bilingualOf(title ?? nameIn(options.shown)),
    note: note === undefined || note === '' ? undefined : bilingualOf(note),
    call,
  };
}

/** The bytes of a request's file: `document` with what differs. Throws `request.bodyUnwritable`, `workspace.tooLarge`. */
export function requestBytes(document: Document | undefined, { id, title, note, call }: RequestContent): Uint8Array {
  const written = document ?? newDocument();
  writeMembers(written, [
    { name: 'format', value: newestFormat },
    { name: 'id', value: id },
    { name: 'title', value: wordsOf(title) },
    { name: 'note', value: note && wordsOf(note) },
    { name: 'platform', value: call.platform },
    { name: 'interface', value: call.interface },
    { name: 'environment', value: call.environment },
    { name: 'header', value: call.header },
    { name: 'extraHeader', value: call.extraHeader },
    { name: 'conventions', value: call.conventions },
    { name: 'variables', value: call.variables },
    { name: 'extract', value: call.extract },
    { name: 'url', value: call.url },
    { name: 'body', value: call.body },
  ]);
  const text = documentText(written);
  // What is signed is the body to the byte: a file that would give back another one is not written.
  if ((plainMember(parseDocument(text, { schema: 'failsafe' }), 'body') ?? '') !== call.body || !text.isWellFormed())
    throw bodyUnwritable();
  const bytes = new TextEncoder().encode(text);
  if (bytes.length > largestRequest) throw tooLarge({ bytes: bytes.length, limit: largestRequest });
  return bytes;
}

const idAlphabet = 'abcdefghijkmnopqrstuvwxyz23456789';
const idLength = 12;

/** Begins with a letter: one that begins with a digit would have to stand in quotes. */
export function newRequestId(): string {
  const letters = idAlphabet.search(/\d/);
  return Array.from(
    { length: idLength },
    (_, place) => idAlphabet[randomInt(place === 0 ? letters : idAlphabet.length)],
  ).join('');
}

const byPath = 'path:';

/** Of a file without an id, and of one whose id another file has: until it is saved it is known by its place. */
export function idByPath(path: string): string {
  return `${byPath}${path}`;
}

export function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 32);
}

export function savedRequest(
  { title, note, call }: RequestContent,
  { id, path, digest }: Pick<SavedRequest, 'id' | 'path' | 'digest'>,
): SavedRequest {
  const { platform, interface: interfaceId } = call;
  return { id, path, title, ...(note && { note }), platform, interface: interfaceId, digest, call };
}

function nameIn(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.yaml$/, '');
}
