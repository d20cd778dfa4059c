import { type RefObject, useEffect, useRef, useState } from 'react';
import type { editor } from 'monaco-editor/editor';
import { useTranslation } from 'react-i18next';
import type { Finding } from '../../../../shared/finding.ts';
import type { Interface, Profile } from '../../../../shared/profile/profile.ts';
import { usePreferences } from '../../../app/preferences.ts';
import { useThemeName } from '../../../app/use-theme-name.ts';
import { activeCallOf, compose, useCompose } from '../compose-store.ts';
import { bodyFolds } from './body-folds.ts';
import { loadMonaco, type Monaco } from './load-monaco.ts';
import { MonacoBody, type Takeover } from './monaco-body.tsx';

interface BodyEditorProps {
  readonly requestId: string;
  readonly profile: Profile;
  readonly chosen: Interface | undefined;
  readonly findings: readonly Finding[];
  readonly onEditor: (editor: editor.IStandaloneCodeEditor | undefined) => void;
}

/** The body: a plain field at once, the editor as soon as it is there. Text, selection and focus pass from one to the other. */
export function BodyEditor(props: BodyEditorProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const theme = useThemeName();
  const ready = useMonaco(field);
  if (ready) {
    return (
      <div className="body-editor" data-testid="body-editor">
        <MonacoBody {...props} monaco={ready.monaco} takeover={ready.takeover} theme={theme} />
      </div>
    );
  }
  return <PlainBody field={field} />;
}

function PlainBody({ field }: { readonly field: RefObject<HTMLTextAreaElement | null> }) {
  const { t } = useTranslation();
  const body = useCompose((state) => activeCallOf(state)?.body) ?? '';
  function take(typed: string): void {
    const whole = bodyFolds.unfold(bodyFolds.fold(typed, { isPartlyFolded: true }));
    compose.change((call) => ({ ...call, body: whole }));
  }
  return (
    <textarea
      ref={field}
      className="body-editor plain-body"
      data-testid="body-editor"
      aria-label={t('body.editor')}
      title={t('body.loading')}
      spellCheck={false}
      value={bodyFolds.fold(body)}
      onChange={({ target }) => take(target.value)}
    />
  );
}

interface Ready {
  readonly monaco: Monaco;
  readonly takeover: Takeover;
}

/** Fetches Monaco after the first paint, and never takes over in the middle of an input method's composition. */
function useMonaco(field: RefObject<HTMLTextAreaElement | null>): Ready | undefined {
  const [ready, setReady] = useState<Ready>();
  const language = usePreferences((state) => state.language);
  const firstLanguage = useRef(language);
  useEffect(() => {
    let gone = false;
    let composing = false;
    const plain = field.current;
    const begin = () => (composing = true);
    const end = () => (composing = false);
    plain?.addEventListener('compositionstart', begin);
    plain?.addEventListener('compositionend', end);

    async function takeOver(): Promise<void> {
      const monaco = await loadMonaco(firstLanguage.current);
      if (gone) return;
      if (composing) {
        plain?.addEventListener('compositionend', () => void takeOver(), { once: true });
        return;
      }
      const takeover = {
        focused: plain !== null && document.activeElement === plain,
        selectionStart: plain?.selectionStart ?? 0,
        selectionEnd: plain?.selectionEnd ?? 0,
      };
      setReady({ monaco, takeover });
    }

    const cancel = afterPaint(() => void takeOver());
    return () => {
      gone = true;
      cancel();
      plain?.removeEventListener('compositionstart', begin);
      plain?.removeEventListener('compositionend', end);
    };
  }, [field]);
  return ready;
}

/** A frame is painted between the two: the callback of the first runs before it, that of the second after it. */
function afterPaint(callback: () => void): () => void {
  let handle = requestAnimationFrame(() => {
    handle = requestAnimationFrame(callback);
  });
  return () => cancelAnimationFrame(handle);
}
