import { callSchema } from '../../../shared/model/call.ts';
import { draftSchema, type Draft } from '../../../shared/model/draft.ts';

export function writeDraft(draft: Omit<Draft, 'format'>): string {
  return JSON.stringify({ format: 2, ...draft } satisfies Draft);
}

/** Undefined for what is no draft of this version: the saved request is shown instead. */
export function readDraft(content: string): Draft | undefined {
  let draft: unknown;
  try {
    draft = JSON.parse(content);
  } catch {
    return undefined;
  }
  return draftSchema.safeParse(draft).data ?? readFirstFormat(draft);
}

/** Drafts of format 1 say nothing of the file that they were made from. */
function readFirstFormat(draft: unknown): Draft | undefined {
  if (typeof draft !== 'object' || draft === null || !('format' in draft) || draft.format !== 1) return undefined;
  if (!('call' in draft)) return undefined;
  const call = callSchema.safeParse(draft.call).data;
  return call && { format: 2, call };
}
