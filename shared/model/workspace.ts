import { z } from 'zod';
import type { Bilingual } from '../bilingual.ts';
import type { HufuErrorDetail } from '../hufu-error.ts';
import { callSchema, variablesSchema, type Call } from './call.ts';
import type { Environment } from './environment.ts';

/** A folder of plain files, as it stands on disk. Of the requests only what a tree shows. */
export interface Workspace {
  /** Counts the changes that were seen since the program started. */
  readonly revision: number;
  readonly title: Bilingual;
  /** Absolute path. */
  readonly folder: string;
  readonly variables: Readonly<Record<string, string>>;
  /** The folder `collections`, with everything below. */
  readonly root: RequestFolder;
  readonly environments: readonly Environment[];
  /** Why files of the workspace itself or its environments could not be read, each with its place. */
  readonly problems: readonly HufuErrorDetail[];
}

export interface RequestFolder {
  /** Below `collections`, with `/` between the names; empty for the topmost. It is the folder's name to the program. */
  readonly path: string;
  readonly title: Bilingual;
  readonly note?: Bilingual;
  readonly variables: Readonly<Record<string, string>>;
  /** Whether a tree shows it folded until somebody opens it. */
  readonly folded?: boolean;
  /** Folders, requests and broken files in the order made by hand. */
  readonly children: readonly FolderChild[];
}

export type FolderChild =
  | { readonly type: 'folder'; readonly folder: RequestFolder }
  | { readonly type: 'request'; readonly request: RequestSummary }
  | { readonly type: 'broken'; readonly file: BrokenFile };

export interface RequestSummary {
  /** Stands in its file and stays through renaming and moving: drafts and history hang on it. */
  readonly id: string;
  /** Of its file below `collections`: `业务协同/查询.yaml`. */
  readonly path: string;
  readonly title: Bilingual;
  /** What the request is there to show, and what should happen. */
  readonly note?: Bilingual;
  readonly platform: string;
  readonly interface: string;
  /** Changes with every byte of the file. */
  readonly digest: string;
}

/** A file that stands in its folder and is no request: what is wrong with it, with line and column. */
export interface BrokenFile {
  readonly path: string;
  readonly problem: HufuErrorDetail;
}

export interface SavedRequest extends RequestSummary {
  readonly call: Call;
}

const title = z.string().trim().min(1).max(200);
const note = z.string().max(20_000);
/** `RequestFolder.path`. */
const folderPath = z.string().max(1000);

export const createRequestSchema = z.strictObject({
  folder: folderPath,
  title,
  note: note.default(''),
  call: callSchema,
});
export type CreateRequest = z.infer<typeof createRequestSchema>;

export const saveRequestSchema = z.strictObject({
  id: z.string(),
  call: callSchema,
  /** Digest of the file that the user last saw. Another one on disk is `request.changedOnDisk`; absent: replace whatever is there. */
  base: z.string().optional(),
});
export type SaveRequest = z.infer<typeof saveRequestSchema>;

export const describeRequestSchema = z.strictObject({ id: z.string(), title: title.optional(), note: note.optional() });
export type DescribeRequest = z.infer<typeof describeRequestSchema>;

/** Where something goes: into a folder, in front of one of its children (a request's id or a folder's path), or to its end. */
const destination = { folder: folderPath, before: z.string().optional() };
export const moveRequestSchema = z.strictObject({ id: z.string(), ...destination });
export type MoveRequest = z.infer<typeof moveRequestSchema>;

/** The variables that the user last saw. Others on disk are `folder.changedOnDisk`; absent: replace whatever is there. */
const seenVariables = variablesSchema.optional();

export const createFolderSchema = z.strictObject({ parent: folderPath, title });
export type CreateFolder = z.infer<typeof createFolderSchema>;

export const describeFolderSchema = z.strictObject({
  path: folderPath,
  title: title.optional(),
  note: note.optional(),
  variables: variablesSchema.optional(),
  seen: seenVariables,
});
export type DescribeFolder = z.infer<typeof describeFolderSchema>;

export const moveFolderSchema = z.strictObject({ path: folderPath, ...destination });
export type MoveFolder = z.infer<typeof moveFolderSchema>;

export const describeWorkspaceSchema = z.strictObject({
  title: title.optional(),
  variables: variablesSchema.optional(),
  seen: seenVariables,
});
export type DescribeWorkspace = z.infer<typeof describeWorkspaceSchema>;
