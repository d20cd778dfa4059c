import { useTranslation } from 'react-i18next';
import type { Mark } from '../../shared/finding.ts';
import { Tag } from './tag.tsx';

/** How a fact is known: its letter and its word. What the standard does not print stands out. */
export function MarkTag({ mark }: { readonly mark: Mark }) {
  const { t } = useTranslation();
  return (
    <Tag tone={mark === 'A' || mark === 'I' ? 'encrypted' : 'plain'} title={t(`markExplained.${mark}`)}>
      {mark} {t(`mark.${mark}`)}
    </Tag>
  );
}
