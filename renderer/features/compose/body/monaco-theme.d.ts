import type { editor } from 'monaco-editor/editor';
import { type ThemeName } from '../../../app/palette.ts';
/** The palette as a theme of the editor. Member names are what one looks for, so they have the ink of the text. */
export declare function monacoTheme(name: ThemeName): editor.IStandaloneThemeData;
