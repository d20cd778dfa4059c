import { useEffect, useRef } from 'react';
import type { editor } from 'monaco-editor/editor';
import { useTranslation } from 'react-i18next';
import type { Finding } from '../../../../shared/finding.ts';
import type { TextPosition } from '../../../../shared/json/position.ts';
import type { Interface, Profile } from '../../../../shared/profile/profile.ts';
import { usePreferences } from '../../../app/preferences.ts';
import { useWorkspace } from '../../../app/queries.ts';
import { usePersonalNames } from '../../../app/use-mask.ts';
import { fontFamily, type ThemeName } from '../../../app/palette.ts';
import { useBilingual } from '../../../i18n/use-bilingual.ts';
import { variablesInReach } from '../variables/variables-in-reach.ts';
import { compose, useCompose } from '../compose-store.ts';
import type { Monaco } from './load-monaco.ts';
import { registerBodyLanguage } from './body-language.ts';
import { registerBodyCodes } from './body-codes.ts';
import { bodyFolds } from './body-folds.ts';
import { bodyModels } from './body-models.ts';
import { registerBodyVariables } from './body-variables.ts';
import { checkSchema } from './check-schema.ts';
import { decoratePersonal } from './decorate-personal.ts';
import { decoratePlaceholders } from './decorate-placeholders.ts';
import { shownPosition } from './shown-position.ts';
import { watchPaste } from './watch-paste.ts';

/** Where the text stood and was being edited when the editor took over from the plain field. */
export interface Takeover {
  readonly focused: boolean;
  readonly selectionStart: number;
  readonly selectionEnd: number;
}

interface MonacoBodyProps {
  readonly monaco: Monaco;
  readonly theme: ThemeName;
  readonly requestId: string;
  readonly profile: Profile;
  readonly chosen: Interface | undefined;
  readonly findings: readonly Finding[];
  readonly takeover: Takeover;
  readonly onEditor: (editor: editor.IStandaloneCodeEditor | undefined) => void;
}

/** The body in Monaco. The store has the text; models keep each request's undo history. */
export function MonacoBody(props: MonacoBodyProps) {
  const { monaco, theme, requestId, profile, chosen, findings, takeover, onEditor } = props;
  const { t } = useTranslation();
  const say = useBilingual();
  const language = usePreferences((state) => state.language);
  const container = useRef<HTMLDivElement>(null);
  const editorRef = useRef<editor.IStandaloneCodeEditor>(undefined);
  const firstTakeover = useRef(takeover);

  useEffect(() => {
    if (!container.current) return undefined;
    const created = monaco.editor.create(container.current, { ...editorOptions, model: null });
    editorRef.current = created;
    onEditor(created);
    const models = bodyModels(monaco);
    const stop = keepInStep(created, models);
    const stopPaste = watchPaste(created);
    const { focused, selectionStart, selectionEnd } = firstTakeover.current;
    const model = created.getModel();
    if (model) {
      const [start, end] = [model.getPositionAt(selectionStart), model.getPositionAt(selectionEnd)];
      created.setSelection(monaco.Range.fromPositions(start, end));
    }
    if (focused) created.focus();
    return () => {
      stopPaste();
      stop();
      onEditor(undefined);
      editorRef.current = undefined;
      created.dispose();
      models.dispose();
    };
  }, [monaco, onEditor]);

  useEffect(() => {
    editorRef.current?.updateOptions({ ariaLabel: t('body.editor') });
  }, [t]);

  useEffect(
    () => editorRef.current && decoratePlaceholders(editorRef.current, () => t('files.placeholder')),
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- another Monaco is another editor
    [monaco, t],
  );

  const masking = usePreferences((state) => state.masking);
  const personalNames = usePersonalNames();
  useEffect(
    () => (masking && editorRef.current ? decoratePersonal(editorRef.current, personalNames) : undefined),
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- another Monaco is another editor
    [monaco, masking, personalNames],
  );

  useEffect(() => monaco.editor.setTheme(theme === 'dark' ? 'hufu-dark' : 'hufu-light'), [monaco, theme]);

  useEffect(() => {
    monaco.jsonDefaults.setDiagnosticsOptions({
      validate: true,
      allowComments: false,
      enableSchemaRequest: false,
      schemas: chosen
        ? [{ uri: `hufu://schema/${profile.id}/${chosen.id}`, fileMatch: ['*'], schema: chosen.requestSchema }]
        : [],
    });
  }, [monaco, profile, chosen]);

  useEffect(() => registerBodyLanguage(monaco, { profile, language, t }), [monaco, profile, language, t]);
  useEffect(() => registerBodyCodes(monaco, { profile, language, t }), [monaco, profile, language, t]);

  const { data: workspace } = useWorkspace();
  useEffect(() => {
    if (!workspace) return undefined;
    return registerBodyVariables(monaco, {
      variables() {
        const call = compose.activeCall();
        return call ? variablesInReach({ call, folder: compose.activePlace().folder }, workspace) : [];
      },
      originOf: ({ title, from }) =>
        title ? t('variables.fromNamed', { title: say(title) }) : t(`variables.from.${from}`),
    });
  }, [monaco, workspace, say, t]);

  useEffect(() => {
    const model = editorRef.current?.getModel();
    if (!model) return undefined;
    const { MarkerSeverity, editor: api } = monaco;
    const severities = { error: MarkerSeverity.Error, warning: MarkerSeverity.Warning, notice: MarkerSeverity.Info };
    const located = findings.flatMap(({ position, severity, message, code }) =>
      position
        ? [{ ...markerRange(model, position), severity: severities[severity], message: say(message), code }]
        : [],
    );
    api.setModelMarkers(model, 'hufu', located);
    return checkSchema(monaco, model, t);
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- another request is another model, another interface another schema
  }, [monaco, requestId, findings, chosen, say, t]);

  return <div ref={container} className="monaco-body" />;
}

const editorOptions: editor.IStandaloneEditorConstructionOptions = {
  automaticLayout: true,
  fontFamily: fontFamily.code,
  fontSize: 11.5,
  lineHeight: 18,
  fontLigatures: false,
  tabSize: 2,
  minimap: { enabled: false },
  // One colour has one meaning; that of brackets would be none of them.
  bracketPairColorization: { enabled: false },
  scrollBeyondLastLine: false,
  lineNumbersMinChars: 3,
  lineDecorationsWidth: 8,
  glyphMargin: false,
  overviewRulerLanes: 0,
  wordWrap: 'on',
  // By counting columns: measuring a line of 100 KB as the browser sets it takes a second for every key.
  wrappingStrategy: 'simple',
  padding: { top: 4, bottom: 8 },
  fixedOverflowWidgets: true,
  // Full-width punctuation and rare characters are what names are made of here.
  unicodeHighlight: { ambiguousCharacters: false, nonBasicASCII: false },
  quickSuggestions: { strings: true, other: true, comments: false },
  scrollbar: { verticalScrollbarSize: 9, horizontalScrollbarSize: 9, useShadows: false },
};

/**
 * Text goes both ways between editor and store; whoever changed it is not told again. The store has the whole text, the
 * editor placeholders for files.
 */
function keepInStep(view: editor.IStandaloneCodeEditor, models: ReturnType<typeof bodyModels>): () => void {
  let own: string | undefined;
  const viewStates = new Map<string, editor.ICodeEditorViewState | null>();

  function show(id: string | undefined, body: string | undefined): void {
    if (id === undefined || body === undefined) return;
    const model = models.get(id, body);
    if (view.getModel() === model) return;
    own = body;
    view.setModel(model);
    view.restoreViewState(viewStates.get(id) ?? null);
  }

  const initial = useCompose.getState();
  show(initial.activeId, compose.activeCall()?.body);

  const typed = view.onDidChangeModelContent(() => {
    const shown = view.getModel()?.getValue();
    own = shown === undefined ? undefined : bodyFolds.unfold(shown);
    const body = own;
    const { activeId } = useCompose.getState();
    if (body === undefined || activeId === undefined) return;
    models.typed(activeId, body);
    compose.change((call) => (call.body === body ? call : { ...call, body }));
  });
  const stopWatching = useCompose.subscribe((state, previous) => {
    const body = compose.activeCall()?.body;
    if (state.activeId !== previous.activeId) {
      if (previous.activeId !== undefined) viewStates.set(previous.activeId, view.saveViewState());
      show(state.activeId, body);
    }
    const model = view.getModel();
    if (body === undefined || !model || body === own) return;
    const text = bodyFolds.fold(body);
    if (model.getValue() === text) return;
    // As an edit, so that it can be undone.
    view.pushUndoStop();
    view.executeEdits('hufu', [{ range: model.getFullModelRange(), text }]);
    view.pushUndoStop();
  });
  return () => {
    typed.dispose();
    stopWatching();
  };
}

/** Positions are those of the whole text. */
function markerRange(model: editor.ITextModel, position: TextPosition) {
  const { line, column } = shownPosition(model, position);
  return { startLineNumber: line, startColumn: column, endLineNumber: line, endColumn: column + 1 };
}
