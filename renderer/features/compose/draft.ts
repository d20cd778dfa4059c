import type { Call } from '../../../shared/model/call.ts';

/** How a draft is kept by the host: a call as it is being composed, with the version of its form. */
const draftFormat = 1;

export function writeDraft(call: Call): string {
  return JSON.stringify({ format: draftFormat, call });
}

/** Undefined for what is no draft of this version: the saved request is shown instead. */
export function readDraft(content: string): Call | undefined {
  let draft: unknown;
  try {
    draft = JSON.parse(content);
  } catch {
    return undefined;
  }
  if (!isRecord(draft) || draft['format'] !== draftFormat || !isCall(draft['call'])) return undefined;
  return draft['call'];
}

function isCall(value: unknown): value is Call {
  return (
    isRecord(value) &&
    ['platform', 'interface', 'environment', 'body', 'url'].every((name) => typeof value[name] === 'string') &&
    isTexts(value['header']) &&
    isTexts(value['conventions']) &&
    Array.isArray(value['extraHeader']) &&
    value['extraHeader'].every(
      (member) =>
        isRecord(member) &&
        typeof member['name'] === 'string' &&
        (member['value'] === null || typeof member['value'] === 'string'),
    )
  );
}

function isTexts(value: unknown): boolean {
  return isRecord(value) && Object.values(value).every((text) => typeof text === 'string');
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
