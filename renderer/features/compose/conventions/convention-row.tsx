import { memo } from 'react';
import { Input, Tooltip } from 'antd';
import { RotateCcw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Convention } from '../../../../shared/profile/profile.ts';
import { useBilingual } from '../../../i18n/use-bilingual.ts';
import { useClauseText } from '../../../i18n/use-clause-text.ts';
import { Choice } from '../../../ui/choice.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { SourceButton } from '../../platforms/source-button.tsx';
import { setConvention } from '../call-changes.ts';
import { compose } from '../compose-store.ts';

interface ConventionRowProps {
  readonly platform: string;
  readonly convention: Convention;
  readonly value: string;
  /** What the environment has. */
  readonly inherited: string | undefined;
}

/** One thing the two sides must agree on: its value, how the default is known, and whether it differs from it. */
export const ConventionRow = memo(function ConventionRow({
  platform,
  convention,
  value,
  inherited,
}: ConventionRowProps) {
  const { t } = useTranslation();
  const say = useBilingual();
  const clauseOf = useClauseText();
  const { name, title, values, open, clause, mark, note } = convention;
  const differs = value !== inherited;
  const change = (chosen: string) => compose.change((call) => setConvention(call, { name, value: chosen, inherited }));
  const titleOf = (text: string) => {
    const known = values.find((candidate) => candidate.value === text);
    return known ? say(known.title) : text;
  };

  return (
    <div className="convention-row" data-differs={differs}>
      <div>
        <Tooltip
          placement="right"
          mouseEnterDelay={0.4}
          title={
            <div className="explained">
              <b>
                {say(title)} {name}
              </b>
              <p>{say(note)}</p>
              <p>
                {clause && `${t('header.clause', { clause })} · `}
                {t(`markExplained.${mark}`)}
              </p>
            </div>
          }
        >
          <span className="convention-name">{say(title)}</span>
        </Tooltip>
        <small>{clauseOf(clause)}</small>
      </div>
      {open ? (
        <Input
          className="code-input"
          aria-label={say(title)}
          data-testid={`convention-${name}`}
          value={value}
          spellCheck={false}
          onChange={({ target }) => change(target.value)}
        />
      ) : (
        <Choice
          label={say(title)}
          testId={`convention-${name}`}
          value={value}
          options={values.map((option) => ({ value: option.value, label: say(option.title) }))}
          onChange={change}
        />
      )}
      <SourceButton
        label={say(title)}
        platform={platform}
        place={{ section: 'conventions', item: name }}
        clause={clause}
        mark={mark}
        note={note}
      />
      {differs ? (
        <IconButton
          label={`${t('conventions.resetOne', { name: say(title) })} (${t('conventions.differs', { value: titleOf(inherited ?? '') })})`}
          testId={`convention-reset-${name}`}
          onClick={() => change(inherited ?? '')}
        >
          <RotateCcw size={13} aria-hidden />
        </IconButton>
      ) : (
        <span />
      )}
    </div>
  );
});
