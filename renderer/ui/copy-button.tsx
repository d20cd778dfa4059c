import { useEffect, useState } from 'react';
import { Check, Copy, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from './icon-button.tsx';

interface CopyButtonProps {
  /** Names the value: "Copy …". */
  readonly what: string;
  /** The whole value, asked for when the button is pressed. */
  readonly text: () => string | Promise<string>;
}

type Outcome = 'copied' | 'failed';

const shownMilliseconds = 1600;

/** Copies a value and says so where it was pressed. */
export function CopyButton({ what, text }: CopyButtonProps) {
  const { t } = useTranslation();
  const [outcome, setOutcome] = useState<Outcome>();
  useEffect(() => {
    if (!outcome) return undefined;
    const timer = setTimeout(() => setOutcome(undefined), shownMilliseconds);
    return () => clearTimeout(timer);
  }, [outcome]);

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(await text());
      setOutcome('copied');
    } catch {
      setOutcome('failed');
    }
  }

  const label =
    outcome === 'copied' ? t('value.copied') : outcome === 'failed' ? t('value.copyFailed') : t('value.copy', { what });
  const Icon = outcome === 'copied' ? Check : outcome === 'failed' ? X : Copy;
  return (
    <>
      <IconButton label={label} onClick={() => void copy()}>
        <Icon size={13} aria-hidden />
      </IconButton>
      <span role="status" className="visually-hidden">
        {outcome && label}
      </span>
    </>
  );
}
