/** Monaco with what a JSON body needs and nothing for other languages. Only ever loaded by `load-monaco.ts`. */
import 'monaco-editor/features/codeEditor/register';
import 'monaco-editor/features/codicon/register';
import 'monaco-editor/features/bracketMatching/register';
import 'monaco-editor/features/caretOperations/register';
import 'monaco-editor/features/clipboard/register';
import 'monaco-editor/features/contextmenu/register';
import 'monaco-editor/features/cursorUndo/register';
import 'monaco-editor/features/find/register';
import 'monaco-editor/features/folding/register';
import 'monaco-editor/features/format/register';
import 'monaco-editor/features/gotoError/register';
import 'monaco-editor/features/gotoLine/register';
import 'monaco-editor/features/hover/register';
import 'monaco-editor/features/indentation/register';
import 'monaco-editor/features/lineSelection/register';
import 'monaco-editor/features/linesOperations/register';
import 'monaco-editor/features/longLinesHelper/register';
import 'monaco-editor/features/multicursor/register';
import 'monaco-editor/features/quickCommand/register';
import 'monaco-editor/features/smartSelect/register';
import 'monaco-editor/features/snippet/register';
// The feature named `suggest` holds inline suggestions only; the list itself is this.
import 'monaco-editor/editor/contrib/suggest/browser/suggestController';
import 'monaco-editor/features/toggleTabFocusMode/register';
import 'monaco-editor/features/tokenization/register';
import 'monaco-editor/features/unicodeHighlighter/register';
import 'monaco-editor/features/unusualLineTerminators/register';
import 'monaco-editor/features/wordHighlighter/register';
import 'monaco-editor/features/wordOperations/register';
// The JSON mode, loaded later, brings features of every kind along. An editor made after that, a diff for instance, has
// them too, and they need these services, which nobody can add once the first editor is there.
import 'monaco-editor/editor/common/services/treeViewsDndService';
import 'monaco-editor/editor/contrib/codelens/browser/codeLensCache';
import 'monaco-editor/editor/contrib/documentSymbols/browser/outlineModel';
// oxlint-disable-next-line import/default -- made by Vite from the file, which exports nothing
import EditorWorker from 'monaco-editor/editor/editor.worker?worker';
// oxlint-disable-next-line import/default -- the same
import JsonWorker from 'monaco-editor/languages/features/json/json.worker?worker';
import { editor } from 'monaco-editor/editor';
import { jsonDefaults } from 'monaco-editor/languages/features/json/register';
import { monacoTheme } from './monaco-theme.ts';

export { editor, languages, MarkerSeverity, Range, Uri } from 'monaco-editor/editor';
export { getWorker, jsonDefaults } from 'monaco-editor/languages/features/json/register';

self.MonacoEnvironment = {
  getWorker: (_id: string, label: string) => (label === 'json' ? new JsonWorker() : new EditorWorker()),
};

editor.defineTheme('hufu-light', monacoTheme('light'));
editor.defineTheme('hufu-dark', monacoTheme('dark'));

// Hover, completion, problems and layout are ours: they know the platform, speak both languages and keep every digit.
jsonDefaults.setModeConfiguration({
  ...jsonDefaults.modeConfiguration,
  completionItems: false,
  hovers: false,
  diagnostics: false,
  documentFormattingEdits: false,
  documentRangeFormattingEdits: false,
  colors: false,
});

// Until the bundled face is there, columns are measured in another one.
void document.fonts.ready.then(() => editor.remeasureFonts());
