import { useDeferredValue, useId, useMemo, useState } from 'react';
import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { explainStrings } from '../../../../shared/compare/explain-strings.ts';
import { useMask } from '../../../app/use-mask.ts';
import { useBilingual } from '../../../i18n/use-bilingual.ts';
import type { PartPlace } from '../../trace/find-slot.ts';
import { useWholeValue } from '../../trace/use-whole-value.ts';
import './other-string.css';

/** "What string did you sign?" The answer is put here and compared; it is kept nowhere. */
export function OtherString({ place }: { readonly place: PartPlace }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="other-string" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary data-testid="other-string">{t('otherString.title')}</summary>
      {isOpen && <Comparison place={place} />}
    </details>
  );
}

function Comparison({ place }: { readonly place: PartPlace }) {
  const { t } = useTranslation();
  const say = useBilingual();
  const mask = useMask();
  const noteId = useId();
  const [typed, setTyped] = useState('');
  const theirs = useDeferredValue(typed);
  const ours = useWholeValue(place, 'text');
  const text = ours.state === 'here' ? ours.text : undefined;
  const reasons = useMemo(
    () => (text === undefined || theirs === '' ? undefined : explainStrings(text, theirs)),
    [text, theirs],
  );
  return (
    <>
      <Input.TextArea
        className="code-input"
        aria-label={t('otherString.label')}
        aria-describedby={noteId}
        placeholder={t('otherString.label')}
        data-testid="other-string-text"
        value={typed}
        spellCheck={false}
        autoSize={{ minRows: 2, maxRows: 8 }}
        onChange={({ target }) => setTyped(target.value)}
      />
      <div id={noteId} role="status" data-equal={reasons?.length === 0} data-testid="other-string-reasons">
        <ul>
          {reasons === undefined ? (
            <li>{t('otherString.hint')}</li>
          ) : reasons.length === 0 ? (
            <li>{t('otherString.equal')}</li>
          ) : (
            reasons.map((reason) => <li key={reason.en}>{mask(say(reason))}</li>)
          )}
        </ul>
      </div>
    </>
  );
}
