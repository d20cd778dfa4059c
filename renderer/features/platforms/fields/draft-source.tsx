import { useTranslation } from 'react-i18next';
import type { DataPath } from '../../../../shared/data/data-path.ts';
import { DraftChoice } from './draft-choice.tsx';
import { DraftText } from './draft-text.tsx';
import { DraftWords } from './draft-words.tsx';

const marks = ['S', 'P', 'F', 'I', 'A'] as const;

/** How a fact is known: its clause, its mark, and what is to be said about it. */
export function DraftSource({ path, hasNote = true }: { readonly path: DataPath; readonly hasNote?: boolean }) {
  const { t } = useTranslation();
  return (
    <>
      <div className="draft-row">
        <DraftText path={[...path, 'clause']} label={t('platforms.clause')} isWords />
        <DraftChoice
          path={[...path, 'mark']}
          label={t('platforms.mark')}
          options={[
            { value: '', label: t('platforms.defaultIs', { value: `A ${t('mark.A')}` }) },
            ...marks.map((mark) => ({ value: mark, label: `${mark} ${t(`mark.${mark}`)}` })),
          ]}
        />
      </div>
      {hasNote && <DraftWords path={[...path, 'note']} label={t('platforms.note')} isLong isOptional />}
    </>
  );
}
