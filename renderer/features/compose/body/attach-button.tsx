import { useState } from 'react';
import { Button, Dropdown } from 'antd';
import { Paperclip } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { NamesFile } from '../../../../shared/files/file-members.ts';
import type { SchemaPath } from '../../../../shared/files/schema-members.ts';
import { type AttachPlace, attachPlaces } from './attach-places.ts';
import { type BodyView, foldedBody } from './body-edit.ts';
import { cursorOffset } from './cursor-offset.ts';

interface AttachButtonProps {
  readonly view: BodyView;
  readonly namesFile: NamesFile;
  readonly paths: readonly SchemaPath[];
  /** Opens the chooser for a file that goes there. */
  readonly onPlace: (place: AttachPlace) => void;
}

/** Asks where a file is to go, the cursor's string first. */
export function AttachButton({ view, namesFile, paths, onPlace }: AttachButtonProps) {
  const { t } = useTranslation();
  const [places, setPlaces] = useState<readonly AttachPlace[]>([]);

  function find(open: boolean): void {
    if (!open) return;
    setPlaces(attachPlaces(foldedBody(view), { offset: cursorOffset(view), namesFile, paths }));
  }

  function labelOf(place: AttachPlace): string {
    if (place.kind === 'string') return t('files.attachInto', { pointer: place.pointer });
    return place.kind === 'member' ? t('files.attachNew', { pointer: place.pointer }) : t('files.attachAtCursor');
  }

  const items = places.map((place, index) => ({
    key: String(index),
    label: labelOf(place),
  }));
  return (
    <Dropdown
      trigger={['click']}
      onOpenChange={find}
      menu={{
        items: items.length > 0 ? items : [{ key: 'none', label: t('files.attachNowhere'), disabled: true }],
        onClick({ key }) {
          const place = places[Number(key)];
          if (place) onPlace(place);
        },
      }}
    >
      <Button
        className="body-short"
        size="small"
        type="text"
        icon={<Paperclip size={12} aria-hidden />}
        title={t('files.attachTitle')}
        data-testid="body-attach"
      >
        {t('files.attach')}
      </Button>
    </Dropdown>
  );
}
