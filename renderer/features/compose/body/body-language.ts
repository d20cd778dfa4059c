import type { TFunction } from 'i18next';
import type { Language } from '../../../../shared/bilingual.ts';
import type { Profile } from '../../../../shared/profile/profile.ts';
import { prettyJson } from '../../trace/pretty-json.ts';
import { codeAt } from './code-at.ts';
import { indicatorHover } from './indicator-hover.ts';
import { jsonWorkerFor } from './json-worker.ts';
import type { Monaco } from './load-monaco.ts';
import { memberAt } from './member-at.ts';
import { memberCompletion, propertyKind } from './member-completion.ts';

interface BodyLanguageOptions {
  readonly profile: Profile;
  readonly language: Language;
  readonly t: TFunction;
}

/** Hover, completion and layout for bodies of one platform. Returns a function that takes them away again. */
export function registerBodyLanguage(monaco: Monaco, { profile, language, t }: BodyLanguageOptions): () => void {
  const { languages, Range } = monaco;
  const { indicators } = profile;

  const hover = languages.registerHoverProvider('json', {
    async provideHover(model, position) {
      const { lineNumber, column } = position;
      const member = memberAt(model.getLineContent(lineNumber), column);
      const indicator = member && indicators.find(({ name }) => name === member.name);
      if (!indicator) return null;
      // The end: hovering over the name asks for the value as well.
      const { check, table } = await codeAt(model, { lineNumber, column: member.end }, indicators);
      const meaning = table?.find(member.value ?? '')?.title[language];
      return {
        range: new Range(lineNumber, member.start, lineNumber, member.end),
        contents: [{ value: indicatorHover({ indicator, value: member.value, check, meaning, language, t }) }],
      };
    },
  });

  const completion = languages.registerCompletionItemProvider('json', {
    triggerCharacters: [' ', ':', '"'],
    async provideCompletionItems(model, { lineNumber, column }) {
      const worker = await jsonWorkerFor(monaco, model);
      const position = { line: lineNumber - 1, character: column - 1 };
      const list = await worker?.doComplete(model.uri.toString(), position);
      const here = new Range(lineNumber, column, lineNumber, column);
      // The codes of a table come from `registerBodyCodes`, with what they mean; the schema has them bare.
      const { table } = await codeAt(model, { lineNumber, column }, indicators);
      const items = (list?.items ?? []).filter(({ kind }) => !table || kind === propertyKind);
      return {
        suggestions: items.map((item) => {
          const { isMember, isSnippet, range, ...proposal } = memberCompletion(item, { indicators, language });
          return {
            ...proposal,
            range: range ?? here,
            kind: isMember ? languages.CompletionItemKind.Property : languages.CompletionItemKind.Value,
            ...(isSnippet && { insertTextRules: languages.CompletionItemInsertTextRule.InsertAsSnippet }),
          };
        }),
      };
    },
  });

  const format = languages.registerDocumentFormattingEditProvider('json', {
    provideDocumentFormattingEdits(model) {
      const text = prettyJson(model.getValue());
      return text === undefined ? [] : [{ range: model.getFullModelRange(), text }];
    },
  });

  return () => {
    hover.dispose();
    completion.dispose();
    format.dispose();
  };
}
