import { useRef, useState } from 'react';
import { QrCode as QrSign } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../ui/icon-button.tsx';
import { QrDialog } from './qr-dialog.tsx';

interface ShowAsQrProps {
  /** What the value is called. */
  readonly what: string;
  /** The whole value, where nothing of it is selected. */
  readonly text: () => Promise<string>;
}

/** Draws the text that is selected in the section around it, or the whole value. */
export function ShowAsQr({ what, text }: ShowAsQrProps) {
  const { t } = useTranslation();
  const [shown, setShown] = useState<string>();
  const place = useRef<HTMLSpanElement>(null);

  async function show(): Promise<void> {
    const selected = selectedIn(place.current?.closest('section'));
    setShown(selected === '' ? await text() : selected);
  }

  return (
    <span ref={place}>
      <IconButton label={t('qr.showWhat', { what })} testId="show-as-qr" onClick={() => void show()}>
        <QrSign size={12} aria-hidden />
      </IconButton>
      <QrDialog text={shown} onClose={() => setShown(undefined)} />
    </span>
  );
}

function selectedIn(section: Element | null | undefined): string {
  const selection = getSelection();
  return selection && section?.contains(selection.anchorNode) && section.contains(selection.focusNode)
    ? selection.toString()
    : '';
}
