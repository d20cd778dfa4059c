import type { Bilingual } from '../bilingual.ts';

/** A folder of ready requests that a platform brings: what a new workspace begins with. */
export interface SampleFolder {
  /** Of the folder on disk. */
  readonly name: string;
  readonly title: Bilingual;
  readonly note?: Bilingual;
  readonly variables?: Readonly<Record<string, string>>;
  /** Whether a tree shows it folded until somebody opens it. */
  readonly folded?: boolean;
  readonly folders?: readonly SampleFolder[];
  /** In the order in which they are made: a flow runs from the first to the last. */
  readonly requests?: readonly SampleRequest[];
}

/** A ready request, toward the platform's simulator. */
export interface SampleRequest {
  /** Unique over all platforms: `sample/card-status`. */
  readonly id: string;
  readonly title: Bilingual;
  /** What it is there to show, and what should happen. */
  readonly note: Bilingual;
  readonly interface: string;
  /** Header fields that are locked; those of the interface's first sample when absent. */
  readonly header?: Readonly<Record<string, string>>;
  /** JSON text; that of the interface's first sample when absent. */
  readonly body?: string;
  readonly conventions?: Readonly<Record<string, string>>;
  /** Variables that take values out of the answer, by JSON Pointer into its body in clear. */
  readonly extract?: Readonly<Record<string, string>>;
}
