import type { Bilingual } from '../bilingual.ts';
import type { HufuErrorDetail } from '../hufu-error.ts';
import type { Call } from './call.ts';
import type { Environment } from './environment.ts';

export interface Workspace {
  readonly title: Bilingual;
  readonly folders: readonly RequestFolder[];
  readonly environments: readonly Environment[];
  /** Files that could not be read, each with its place. */
  readonly problems: readonly HufuErrorDetail[];
}

export interface RequestFolder {
  readonly title: Bilingual;
  readonly platform: string;
  readonly requests: readonly SavedRequest[];
}

export interface SavedRequest {
  /** Stable name; also the name of its draft. */
  readonly id: string;
  readonly title: Bilingual;
  /** What the request is there to show, and what should happen. */
  readonly note?: Bilingual;
  readonly call: Call;
}
