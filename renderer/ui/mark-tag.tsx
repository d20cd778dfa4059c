import { useTranslation } from 'react-i18next';
import type { Mark } from '../../shared/finding.ts';
import { Tag } from './tag.tsx';

interface MarkTagProps {
  readonly mark: Mark;
  /** The letter alone, where there is no room for its word. */
  readonly isShort?: boolean;
}

/** How a fact is known: its letter and its word. What the standard does not print stands out. */
export function MarkTag({ mark, isShort = false }: MarkTagProps) {
  const { t } = useTranslation();
  return (
    <Tag tone={mark === 'A' || mark === 'I' ? 'encrypted' : 'plain'} title={t(`markExplained.${mark}`)}>
      {isShort ? mark : `${mark} ${t(`mark.${mark}`)}`}
    </Tag>
  );
}
