import type {
  CreateFolder,
  CreateRequest,
  DescribeFolder,
  DescribeRequest,
  DescribeWorkspace,
  MoveFolder,
  MoveRequest,
  RequestFolder,
  RequestSummary,
  SavedRequest,
  SaveRequest,
  Workspace,
} from '../../shared/model/workspace.ts';

/** The workspace as files: everything but its environments, which `EnvironmentStore` has. */
export type WorkspaceFiles = Omit<Workspace, 'environments'>;

/** What was removed stands in the trash under this name until it is brought back, for at least 30 days. */
export interface Removed {
  readonly removal: string;
}

/**
 * The requests of a workspace. Every change is on the disk when its call returns. Errors: `request.unknown`,
 * `request.changedOnDisk`, `request.broken`, `folder.unknown`, `folder.intoItself`, `workspace.exists` (a file of that name stands there),
 * `workspace.newerFormat`, `removal.unknown`, and those of the disk.
 */
export interface RequestFiles {
  createRequest(request: CreateRequest): SavedRequest;
  request(id: string): SavedRequest;
  saveRequest(request: SaveRequest): SavedRequest;
  describeRequest(request: DescribeRequest): RequestSummary;
  moveRequest(request: MoveRequest): RequestSummary;
  /** Beside the original, with an id of its own. */
  duplicateRequest(id: string): SavedRequest;
  removeRequest(id: string): Removed;
  createFolder(folder: CreateFolder): { readonly path: string };
  /** The path changes with the title. */
  describeFolder(folder: DescribeFolder): { readonly path: string };
  moveFolder(folder: MoveFolder): { readonly path: string };
  removeFolder(path: string): Removed;
  /** Puts back what was removed: where it was, else beside what took its name. */
  restore(removal: string): void;
  describeWorkspace(workspace: DescribeWorkspace): void;
}

/** A workspace on disk, watched while it is open. */
export interface WorkspaceStore extends RequestFiles {
  /** As last read; reads again what changed. */
  read(): WorkspaceFiles;
  folder(path: string): RequestFolder | undefined;
  summary(id: string): RequestSummary | undefined;
  /** Values of `{{name}}`, the nearest folder's first, then those further out; the workspace's own are not among them. */
  folderVariables(path: string): readonly Readonly<Record<string, string>>[];
  /** Resolves with the revision once it is another than `known`, or after a while with the same, or when nobody waits any more. */
  changed(known: number, signal: AbortSignal | undefined): Promise<number>;
  close(): Promise<void>;
}
