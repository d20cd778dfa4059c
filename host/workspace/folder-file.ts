import type { Document } from 'yaml';
import { z } from 'zod';
import type { Bilingual } from '../../shared/bilingual.ts';
import { variablesSchema } from '../../shared/model/call.ts';
import { documentText, newDocument, writeMembers } from '../yaml/write-members.ts';
import {
  bilingualOf,
  flagSchema,
  newestFormat,
  readFile,
  readMembers,
  wordsOf,
  wordsSchema,
  type FileOptions,
} from './format.ts';
import { usualLimit } from '../yaml/read-yaml.ts';
import { digestOf } from './request-file.ts';
import { tooLarge } from './workspace-refusals.ts';

/** What `folder.yaml` says of its folder, and `hufu.yaml` of the workspace. */
export interface FolderContent {
  readonly title: Bilingual | undefined;
  readonly note: Bilingual | undefined;
  readonly variables: Readonly<Record<string, string>>;
  /** Names of files and folders in the order made by hand; undefined: none was made. */
  readonly order: readonly string[] | undefined;
  /** Whether a tree shows it folded until somebody opens it. */
  readonly folded?: boolean | undefined;
}

export interface FolderFile extends FolderContent {
  readonly document: Document | undefined;
  readonly digest: string;
}

const folderSchema = z.object({
  title: wordsSchema.optional(),
  note: wordsSchema.optional(),
  variables: variablesSchema.default({}),
  order: z.array(z.string()).optional(),
  folded: flagSchema.optional(),
});

export const noFolderFile: FolderFile = {
  title: undefined,
  note: undefined,
  variables: {},
  order: undefined,
  document: undefined,
  digest: '',
};

/** Throws `request.broken`, `workspace.newerFormat`. */
export function readFolderFile(path: string, options: FileOptions & { readonly shown: string }): FolderFile {
  const { document, bytes } = readFile(path, options);
  const { title, note, variables, order, folded } = readMembers(document, {
    schema: folderSchema,
    shown: options.shown,
  });
  return {
    document,
    digest: digestOf(bytes),
    title: title === undefined || title === '' ? undefined : bilingualOf(title),
    note: note === undefined || note === '' ? undefined : bilingualOf(note),
    variables,
    order,
    folded,
  };
}

/** Throws `workspace.tooLarge`. */
export function folderBytes(
  document: Document | undefined,
  { title, note, variables, order, folded }: FolderContent,
): Uint8Array {
  const written = document ?? newDocument();
  writeMembers(written, [
    { name: 'format', value: newestFormat },
    { name: 'title', value: title && wordsOf(title) },
    { name: 'note', value: note && wordsOf(note) },
    { name: 'variables', value: variables },
    { name: 'order', value: order },
    { name: 'folded', value: folded },
  ]);
  const bytes = new TextEncoder().encode(documentText(written));
  if (bytes.length > usualLimit) throw tooLarge({ bytes: bytes.length, limit: usualLimit });
  return bytes;
}
