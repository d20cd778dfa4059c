import type { editor } from 'monaco-editor/editor';
import { palettes, type ThemeName } from '../../../app/palette.ts';

/** The palette as a theme of the editor. Member names are what one looks for, so they have the ink of the text. */
export function monacoTheme(name: ThemeName): editor.IStandaloneThemeData {
  const { tones, ground, surface, line, edge, text } = palettes[name];
  const bare = (color: string) => color.slice(1);
  return {
    base: name === 'dark' ? 'vs-dark' : 'vs',
    inherit: true,
    rules: [
      { token: '', foreground: bare(text) },
      { token: 'string.key.json', foreground: bare(tones.signed.ink) },
      { token: 'string.value.json', foreground: bare(tones.decrypted.ink) },
      { token: 'number.json', foreground: bare(tones.encrypted.ink) },
      { token: 'keyword.json', foreground: bare(tones.encrypted.ink) },
      { token: 'delimiter', foreground: bare(tones.plain.ink) },
    ],
    colors: {
      'editor.background': surface,
      'editor.foreground': text,
      'editorGutter.background': surface,
      'editorLineNumber.foreground': tones.plain.ink,
      'editorLineNumber.activeForeground': text,
      'editor.lineHighlightBackground': ground,
      'editor.lineHighlightBorder': `${line}00`,
      'editor.selectionBackground': tones.decrypted.tint,
      'editor.inactiveSelectionBackground': `${tones.decrypted.tint}99`,
      'editorCursor.foreground': tones.decrypted.ink,
      'editorIndentGuide.background1': line,
      'editorIndentGuide.activeBackground1': edge,
      'editorBracketMatch.background': tones.decrypted.tint,
      'editorBracketMatch.border': tones.decrypted.ink,
      'editorError.foreground': tones.failure.ink,
      'editorWarning.foreground': tones.encrypted.ink,
      'editorWidget.background': surface,
      'editorWidget.border': edge,
      'editorHoverWidget.background': surface,
      'editorHoverWidget.border': edge,
      'editorSuggestWidget.background': surface,
      'editorSuggestWidget.border': edge,
      'editorSuggestWidget.selectedBackground': tones.decrypted.tint,
      'editorSuggestWidget.selectedForeground': text,
      'editorSuggestWidget.highlightForeground': tones.decrypted.ink,
      'editorSuggestWidget.focusHighlightForeground': tones.decrypted.ink,
      'list.hoverBackground': ground,
      focusBorder: tones.decrypted.ink,
      'scrollbarSlider.background': `${tones.plain.ink}40`,
      'scrollbarSlider.hoverBackground': `${tones.plain.ink}66`,
      'scrollbarSlider.activeBackground': `${tones.plain.ink}80`,
    },
  };
}
