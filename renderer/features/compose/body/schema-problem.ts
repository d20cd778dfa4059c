import type { TFunction } from 'i18next';

/** What the JSON language service says about a document, as far as it is used. Lines and characters count from 0. */
export interface SchemaDiagnostic {
  readonly message: string;
  readonly code?: number | string;
  readonly range: {
    readonly start: { readonly line: number; readonly character: number };
    readonly end: { readonly line: number; readonly character: number };
  };
}

/** From this code on the service speaks of syntax and of schemas it could not load; syntax is the host's to judge. */
const firstOtherCode = 0x100;

export function isSchemaProblem({ code }: SchemaDiagnostic): boolean {
  return typeof code !== 'number' || code < firstOtherCode;
}

/** The service speaks English only; what the platforms' schemas can lead to is said in the language of the UI. */
export function schemaProblemText({ message }: SchemaDiagnostic, t: TFunction): string {
  const missing = /^Missing property "(.*)"\.$/.exec(message)?.[1];
  if (missing !== undefined) return t('body.schema.missing', { name: missing });
  const expected = /^Incorrect type\. Expected (?:one of )?"?(.*?)"?\.$/.exec(message)?.[1];
  if (expected !== undefined) return t('body.schema.type', { expected });
  const limit = /^Value is below the (?:exclusive )?minimum of (.*)\.$/.exec(message)?.[1];
  if (limit !== undefined) return t('body.schema.minimum', { limit });
  return message;
}
