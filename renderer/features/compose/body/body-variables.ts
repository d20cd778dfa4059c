import type { VariableInReach } from '../variables/variables-in-reach.ts';
import type { Monaco } from './load-monaco.ts';
import { nameBeingTyped, variableAt } from './variable-at.ts';

interface BodyVariablesOptions {
  /** Those that the open request can use, asked for at each use. */
  readonly variables: () => readonly VariableInReach[];
  /** Where a variable comes from, in words. */
  readonly originOf: (variable: VariableInReach) => string;
}

/** Completion behind `{{`, and the value on hover. Returns a function that takes them away again. */
export function registerBodyVariables(monaco: Monaco, { variables, originOf }: BodyVariablesOptions): () => void {
  const { languages, Range } = monaco;

  const completion = languages.registerCompletionItemProvider('json', {
    triggerCharacters: ['{'],
    provideCompletionItems(model, { lineNumber, column }) {
      const typed = nameBeingTyped(model.getLineContent(lineNumber), column);
      if (!typed) return { suggestions: [] };
      const range = new Range(lineNumber, typed.start, lineNumber, typed.end);
      return {
        suggestions: variables().map((variable) => ({
          label: { label: variable.name, description: `${variable.value} · ${originOf(variable)}` },
          kind: languages.CompletionItemKind.Variable,
          insertText: typed.isClosed ? variable.name : `${variable.name}}}`,
          range,
        })),
      };
    },
  });

  const hover = languages.registerHoverProvider('json', {
    provideHover(model, { lineNumber, column }) {
      const place = variableAt(model.getLineContent(lineNumber), column);
      const variable = place && variables().find(({ name }) => name === place.name);
      if (!variable) return null;
      return {
        range: new Range(lineNumber, place.start, lineNumber, place.end),
        // Nothing of a value is taken for markup.
        contents: [
          { value: `\`\`\`\n${variable.value.replaceAll('```', "'''")}\n\`\`\`` },
          { value: originOf(variable) },
        ],
      };
    },
  });

  return () => {
    completion.dispose();
    hover.dispose();
  };
}
