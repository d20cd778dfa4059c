import { useEffect, useMemo, useRef, useState } from 'react';
import type { editor } from 'monaco-editor/editor';
import { createFileFolds } from '../../../shared/files/file-folds.ts';
import { fontFamily } from '../../app/palette.ts';
import { useMask } from '../../app/use-mask.ts';
import { usePreferences } from '../../app/preferences.ts';
import { useThemeName } from '../../app/use-theme-name.ts';
import { loadMonaco, type Monaco } from '../compose/body/load-monaco.ts';
import { CodeText } from './code-text.tsx';
import './text-diff.css';

interface TextDiffProps {
  readonly left: string;
  readonly right: string;
  readonly leftTitle: string;
  readonly rightTitle: string;
  readonly language: 'json' | 'yaml' | 'plaintext';
}

/** A ciphertext is no file; one that is as long as this would hold up the editor as a file does. */
const shortestUnknown = 65_536;

/** Two texts with what differs between them marked; side by side where there is room. Plain until the editor is there. */
export function TextDiff(given: TextDiffProps) {
  const { leftTitle, rightTitle } = given;
  const monaco = useMonacoForDiff();
  const mask = useMask();
  // Folded together: the same file has the same placeholder on both sides, another file another one.
  const { left, right } = useMemo(() => {
    const folds = createFileFolds();
    const [one, other] = [given.left, given.right].map((text) => folds.fold(text, { shortestUnknown }));
    return { left: mask(one ?? ''), right: mask(other ?? '') };
  }, [given.left, given.right, mask]);
  const props = { ...given, left, right };
  return (
    <div className="text-diff" data-testid="text-diff">
      <header>
        <b>{leftTitle}</b>
        <b>{rightTitle}</b>
      </header>
      {monaco ? (
        <MonacoDiff {...props} monaco={monaco} />
      ) : (
        <div className="text-diff-plain">
          <CodeText text={left} label={leftTitle} />
          <CodeText text={right} label={rightTitle} />
        </div>
      )}
    </div>
  );
}

/** The editor, fetched only when there is something to show in it. */
function useMonacoForDiff(): Monaco | undefined {
  const [monaco, setMonaco] = useState<Monaco>();
  const language = usePreferences((state) => state.language);
  const firstLanguage = useRef(language);
  useEffect(() => {
    let gone = false;
    async function load(): Promise<void> {
      const loaded = await loadMonaco(firstLanguage.current);
      if (!gone) setMonaco(loaded);
    }
    void load();
    return () => {
      gone = true;
    };
  }, []);
  return monaco;
}

function MonacoDiff({ monaco, left, right, leftTitle, rightTitle, language }: TextDiffProps & { monaco: Monaco }) {
  const container = useRef<HTMLDivElement>(null);
  const diff = useRef<editor.IStandaloneDiffEditor>(undefined);
  const theme = useThemeName();

  useEffect(() => {
    if (!container.current) return undefined;
    const created = monaco.editor.createDiffEditor(container.current, diffOptions);
    diff.current = created;
    keepNamed(created.getOriginalEditor(), leftTitle);
    keepNamed(created.getModifiedEditor(), rightTitle);
    return () => {
      diff.current = undefined;
      created.dispose();
    };
  }, [monaco, leftTitle, rightTitle]);

  useEffect(() => monaco.editor.setTheme(theme === 'dark' ? 'hufu-dark' : 'hufu-light'), [monaco, theme]);

  useEffect(() => {
    const view = diff.current;
    if (!view) return undefined;
    const original = monaco.editor.createModel(left, language);
    const modified = monaco.editor.createModel(right, language);
    view.setModel({ original, modified });
    return () => {
      // A model must not go while the editor still shows it. When both go, the editor went first.
      if (diff.current === view) view.setModel(null);
      original.dispose();
      modified.dispose();
    };
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- other titles are another editor
  }, [monaco, left, right, language, leftTitle, rightTitle]);

  return <div ref={container} className="text-diff-editor" />;
}

/** The diff editor takes the names of its two halves away whenever it adapts their options. */
function keepNamed(half: editor.ICodeEditor, ariaLabel: string): void {
  const name = () => {
    if (half.getRawOptions().ariaLabel !== ariaLabel) half.updateOptions({ ariaLabel });
  };
  name();
  half.onDidChangeConfiguration(name);
}

const diffOptions: editor.IStandaloneDiffEditorConstructionOptions = {
  automaticLayout: true,
  readOnly: true,
  originalEditable: false,
  renderSideBySide: true,
  useInlineViewWhenSpaceIsLimited: true,
  // Of the editor itself: a window of 1100 px without the dialog's edges.
  renderSideBySideInlineBreakpoint: 960,
  stickyScroll: { enabled: false },
  codeLens: false,
  renderOverviewRuler: false,
  fontFamily: fontFamily.code,
  fontSize: 11.5,
  lineHeight: 18,
  fontLigatures: false,
  minimap: { enabled: false },
  bracketPairColorization: { enabled: false },
  scrollBeyondLastLine: false,
  lineNumbersMinChars: 3,
  glyphMargin: false,
  wordWrap: 'on',
  diffWordWrap: 'on',
  wrappingStrategy: 'simple',
  fixedOverflowWidgets: true,
  unicodeHighlight: { ambiguousCharacters: false, nonBasicASCII: false },
  scrollbar: { verticalScrollbarSize: 9, horizontalScrollbarSize: 9, useShadows: false },
};
