import { useState } from 'react';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { NamesMember } from '../../../../shared/files/schema-members.ts';
import { Choice } from '../../../ui/choice.tsx';
import { FailureNotice } from '../../../ui/failure-notice.tsx';
import { notices } from '../../../ui/notice-store.ts';
import { attachPlaces } from './attach-places.ts';
import { type BodyView, editBody, foldedBody } from './body-edit.ts';
import { cursorOffset } from './cursor-offset.ts';
import { insertText, type TextPlace } from './insert-text.ts';
import { placeGone } from './place-gone.ts';

interface InsertQrTextProps {
  readonly view: BodyView;
  readonly namesQr: NamesMember;
  readonly text: string;
  readonly onDone: () => void;
}

/** Asks where in the body a text goes: what the schema says is a code's content, the cursor's string, any other. */
export function InsertQrText({ view, namesQr, text, onDone }: InsertQrTextProps) {
  const { t } = useTranslation();
  const [places] = useState(() => textPlaces(view, namesQr));
  const [chosen, setChosen] = useState('0');
  const [isGone, setGone] = useState(false);
  if (places.length === 0) return <p>{t('qr.nowhere')}</p>;

  function insert(): void {
    const place = places[Number(chosen)];
    if (!place || !editBody(view, (folded) => insertText(folded, { place, text }))) return setGone(true);
    notices.show({ text: t('qr.inserted', { pointer: place.kind === 'string' ? place.pointer : t('body.title') }) });
    onDone();
  }

  return (
    <>
      <div className="read-qr-place">
        <Choice
          label={t('qr.place')}
          testId="read-qr-place"
          value={chosen}
          options={places.map((place, index) => ({
            value: String(index),
            label: place.kind === 'string' ? t('qr.into', { pointer: place.pointer }) : t('qr.atCursor'),
          }))}
          onChange={setChosen}
        />
        <Button type="primary" data-testid="read-qr-insert" onClick={insert}>
          {t('qr.insert')}
        </Button>
      </div>
      {isGone && <FailureNotice title={t('qr.notInserted')} failure={placeGone} />}
    </>
  );
}

function textPlaces(view: BodyView, namesQr: NamesMember): readonly TextPlace[] {
  const places = attachPlaces(foldedBody(view), { offset: cursorOffset(view), namesFile: namesQr }).filter(
    (place) => place.kind !== 'file',
  );
  const isWanted = (place: TextPlace): boolean => place.kind === 'string' && namesQr(place.pointer);
  return [...places.filter(isWanted), ...places.filter((place) => !isWanted(place))];
}
