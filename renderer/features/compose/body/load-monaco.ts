import type { Language } from '../../../../shared/bilingual.ts';

export type Monaco = typeof import('./monaco-editor.ts');

let loading: Promise<Monaco> | undefined;

/**
 * The editor, fetched once and only when asked for: it is larger than all the rest. Its own texts must be there before
 * it is, so its language is the one of the first load.
 */
export function loadMonaco(language: Language): Promise<Monaco> {
  loading ??= (language === 'zh' ? import('monaco-editor/nls/lang/zh-cn') : Promise.resolve()).then(
    () => import('./monaco-editor.ts'),
  );
  return loading;
}
