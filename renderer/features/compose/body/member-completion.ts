import type { Language } from '../../../../shared/bilingual.ts';
import type { Indicator } from '../../../../shared/profile/profile.ts';

/** What the JSON service proposes, as far as it is used (Language Server Protocol, CompletionItem). */
export interface ServiceCompletion {
  readonly label: string;
  readonly kind?: number;
  readonly filterText?: string;
  readonly sortText?: string;
  readonly insertText?: string;
  /** 2: with places to fill in. */
  readonly insertTextFormat?: number;
  readonly documentation?: string | { readonly value: string };
  readonly textEdit?: {
    readonly newText: string;
    readonly range?: {
      readonly start: { readonly line: number; readonly character: number };
      readonly end: { readonly line: number; readonly character: number };
    };
  };
}

/** The same for the editor: columns and lines from 1, and beside a code what it means. */
export interface MemberCompletion {
  readonly label: { readonly label: string; readonly description: string };
  readonly isMember: boolean;
  readonly insertText: string;
  readonly isSnippet: boolean;
  readonly filterText: string;
  readonly sortText: string;
  readonly documentation: string;
  readonly range:
    | {
        readonly startLineNumber: number;
        readonly startColumn: number;
        readonly endLineNumber: number;
        readonly endColumn: number;
      }
    | undefined;
}

/** `CompletionItemKind.Property` of the protocol. */
export const propertyKind = 10;

export function memberCompletion(
  item: ServiceCompletion,
  { indicators, language }: { readonly indicators: readonly Indicator[]; readonly language: Language },
): MemberCompletion {
  const { label, kind, filterText, sortText, insertText, insertTextFormat, documentation, textEdit } = item;
  const indicator = indicators.find(({ name }) => name === label);
  const range = textEdit?.range;
  return {
    label: { label, description: indicator?.title[language] ?? '' },
    isMember: kind === propertyKind,
    insertText: textEdit?.newText ?? insertText ?? label,
    isSnippet: insertTextFormat === 2,
    filterText: filterText ?? label,
    sortText: sortText ?? label,
    documentation: typeof documentation === 'string' ? documentation : (documentation?.value ?? ''),
    range: range && {
      startLineNumber: range.start.line + 1,
      startColumn: range.start.character + 1,
      endLineNumber: range.end.line + 1,
      endColumn: range.end.character + 1,
    },
  };
}
