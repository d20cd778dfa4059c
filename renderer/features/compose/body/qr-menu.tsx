import { useState } from 'react';
import { Button, Dropdown } from 'antd';
import { QrCode as QrSign } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { jsonStrings } from '../../../../shared/files/json-strings.ts';
import { QrDialog } from '../../qr/qr-dialog.tsx';
import { stringAt } from '../../qr/string-at.ts';
import { type BodyView, foldedBody } from './body-edit.ts';
import { bodyFolds } from './body-folds.ts';
import { cursorOffset } from './cursor-offset.ts';
import { ReadQrDialog } from './read-qr-dialog.tsx';

interface QrMenuProps {
  readonly view: BodyView;
  /** Of the interface's request. */
  readonly schema: unknown;
}

/** Codes and the body: what a picture says goes in, what stands there is drawn. */
export function QrMenu({ view, schema }: QrMenuProps) {
  const { t } = useTranslation();
  const [shown, setShown] = useState<string>();
  const [isReading, setReading] = useState(false);
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            { key: 'read', label: t('qr.read') },
            { key: 'show', label: t('qr.show') },
          ],
          onClick: ({ key }) => (key === 'read' ? setReading(true) : setShown(pointedAt(view))),
        }}
      >
        <Button
          className="body-short"
          size="small"
          type="text"
          icon={<QrSign size={12} aria-hidden />}
          aria-label={t('qr.menu')}
          title={t('qr.menuTitle')}
          data-testid="body-qr"
        />
      </Dropdown>
      <QrDialog text={shown} onClose={() => setShown(undefined)} />
      <ReadQrDialog open={isReading} view={view} schema={schema} onClose={() => setReading(false)} />
    </>
  );
}

/** What is selected, else the string at the cursor, else the body. */
function pointedAt(view: BodyView): string {
  const body = foldedBody(view);
  const selection = view?.getSelection();
  const selected = selection ? (view?.getModel()?.getValueInRange(selection) ?? '') : '';
  if (selected !== '') return bodyFolds.unfold(selected);
  const offset = cursorOffset(view);
  const place = jsonStrings(body).find(
    ({ start, end }) => offset !== undefined && start - 1 <= offset && offset <= end + 1,
  );
  return bodyFolds.unfold(place ? stringAt(body, place) : body);
}
