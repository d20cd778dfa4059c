import { z } from 'zod';
import type { Bilingual } from '../bilingual.ts';
import type { Finding } from '../finding.ts';
import type { HufuErrorDetail } from '../hufu-error.ts';
import type { DataRecord } from '../data/data.ts';
import type { ProfileProblem } from '../own-platform/profile-problem.ts';
import type { Profile } from '../profile/profile.ts';
import type { TraceSummary } from './call-record.ts';

/** What it may be is said by whoever writes the file. */
const idSchema = z.string();
const wholeSchema = z.custom<DataRecord>(
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
);

/** A platform as its form has it: the whole profile as data, right or not, and what it is based on. */
export const platformDraftSchema = z.strictObject({
  id: idSchema,
  basedOn: z.string().optional(),
  whole: wholeSchema,
});
export type PlatformDraft = z.infer<typeof platformDraftSchema>;

export const savePlatformSchema = platformDraftSchema.extend({
  /** Digest of the file as it was opened; absent for a new one. */
  base: z.string().optional(),
});
export type SavePlatform = z.infer<typeof savePlatformSchema>;

export const platformTextSchema = z.strictObject({ id: idSchema, text: z.string(), base: z.string().optional() });
export type PlatformText = z.infer<typeof platformTextSchema>;

export const platformTrialSchema = platformDraftSchema.extend({
  interface: z.string(),
  /** Body in clear; that of the interface's first sample when absent. */
  body: z.string().optional(),
  /** A message of the other side to read with the profile, in place of the simulator's answer. */
  received: z.strictObject({ message: z.enum(['request', 'response']), text: z.string() }).optional(),
  /** Whose keys are used; the sample keys when absent. */
  environment: z.string().optional(),
});
export type AskPlatformTrial = z.infer<typeof platformTrialSchema>;

export interface OwnPlatformSummary {
  readonly id: string;
  readonly path: string;
  readonly title: Bilingual;
  readonly basedOn?: string | undefined;
  readonly digest: string;
  /** The file is no YAML, and can be mended as a text alone. */
  readonly isBroken?: true;
  readonly problems: readonly ProfileProblem[];
}

export interface OwnPlatformList {
  readonly files: readonly OwnPlatformSummary[];
  /** Of files that are no platform at all. */
  readonly problems: readonly HufuErrorDetail[];
}

/** A file as a form or an editor opens it. */
export interface OpenPlatform extends OwnPlatformSummary {
  readonly text: string;
  /** The profile that it stands for, as data, as far as it can be told. */
  readonly whole?: DataRecord | undefined;
}

export interface CheckedPlatform {
  readonly problems: readonly ProfileProblem[];
  /** Absent while there are problems of form. */
  readonly profile?: Profile | undefined;
  /** Of a text: the profile that it stands for, as data. */
  readonly whole?: DataRecord | undefined;
}

/** What a kind of step takes: JSON Schema of its options. */
export interface StepVocabulary {
  readonly kind: string;
  readonly options: Readonly<Record<string, unknown>>;
}

/** A call of a draft's profile against the simulator made from it, or a message that it reads. */
export interface PlatformTrial {
  readonly problems: readonly ProfileProblem[];
  readonly request?: TraceSummary;
  /** How the simulator read the request. */
  readonly received?: TraceSummary;
  readonly response?: TraceSummary;
  /** What the simulator answered. */
  readonly status?: { readonly code: string; readonly reason: { readonly zh: string; readonly en: string } };
  readonly findings: readonly Finding[];
}
