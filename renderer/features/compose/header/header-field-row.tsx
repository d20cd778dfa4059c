import { memo, useId, useState } from 'react';
import { Input, Tooltip } from 'antd';
import { Dices, Lock, LockOpen } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Finding } from '../../../../shared/finding.ts';
import type { FilledField } from '../../../../shared/model/call-record.ts';
import type { HeaderField } from '../../../../shared/profile/profile.ts';
import { useMask } from '../../../app/use-mask.ts';
import { useBilingual } from '../../../i18n/use-bilingual.ts';
import { IconButton } from '../../../ui/icon-button.tsx';
import { MarkTag } from '../../../ui/mark-tag.tsx';
import { Tag } from '../../../ui/tag.tsx';
import { SourceButton } from '../../platforms/source-button.tsx';
import { lockField, unlockField } from '../call-changes.ts';
import { compose } from '../compose-store.ts';
import { randomBytes } from '../random-bytes.ts';
import { CodeChoices } from './code-choices.tsx';
import { ruleName, ruleTone } from './rule-tag.ts';
import type { Codes } from './use-codes.ts';

interface HeaderFieldRowProps {
  readonly field: HeaderField;
  /** The value entered by hand; undefined while the rule fills the field. */
  readonly locked: string | undefined;
  readonly filled: FilledField | undefined;
  readonly findings: readonly Finding[];
  /** Undefined until they are fetched. */
  readonly codes: Codes | undefined;
  /** In place of the rule's name: what signs the message. */
  readonly signedBy: string;
  readonly platform: string;
}

/** One field of the header: names, value, where it comes from, and what is wrong with it. Typing locks it. */
export const HeaderFieldRow = memo(function HeaderFieldRow(props: HeaderFieldRowProps) {
  const { field, locked, filled, findings, codes, signedBy, platform } = props;
  const { t } = useTranslation();
  const say = useBilingual();
  const inputId = useId();
  const hintId = useId();
  const choicesId = useId();
  // A value that the next preview brings would move under the hand of whoever is about to type.
  const [held, setHeld] = useState<string>();
  const focused = held !== undefined;
  const { name, carrier } = field;
  const isLocked = locked !== undefined;
  const mask = useMask();
  const value = locked ?? held ?? filled?.value ?? '';
  const table =
    field.codes === undefined || field.codes === 'status' ? undefined : codes?.tables.codeTables[field.codes];
  const check = field.check && codes?.checks[field.check];
  const meaning = table?.find(value)?.title;
  const masked = mask(value, name);
  const rule = ruleName(field, filled?.origin, isLocked);
  const worst = findings.some(({ severity }) => severity === 'error')
    ? 'error'
    : findings.some(({ severity }) => severity === 'warning')
      ? 'warning'
      : undefined;

  return (
    <div className="header-row" data-locked={isLocked}>
      <Tooltip title={<FieldExplained field={field} />} placement="right" mouseEnterDelay={0.4}>
        <label htmlFor={inputId}>
          <span>{say(field.title)}</span>
          <code>
            {name} {carrier !== undefined && carrier !== 'message' && <em>{t(`header.carrier.${carrier}`)}</em>}
          </code>
        </label>
      </Tooltip>
      <Input
        id={inputId}
        className={masked === value || focused ? 'code-input' : 'code-input masked-input'}
        data-testid={`header-${name}`}
        value={value}
        placeholder={t(field.presence.request === 'required' ? 'header.noValue' : 'header.noValueNeeded')}
        suffix={
          meaning === undefined && check === undefined ? undefined : (
            <>
              {meaning && <span className="header-row-meaning">{say(meaning)}</span>}
              {check && (
                <IconButton
                  label={t('body.codes.synthetic', { kind: say(check.title) })}
                  testId={`synthetic-${name}`}
                  onClick={() =>
                    compose.change((call) => lockField(call, { name, value: check.synthetic(randomBytes) }))
                  }
                >
                  <Dices size={13} aria-hidden />
                </IconButton>
              )}
            </>
          )
        }
        {...(table && { list: choicesId })}
        title={masked}
        spellCheck={false}
        autoComplete="off"
        aria-describedby={hintId}
        aria-invalid={worst === 'error'}
        {...(worst && { status: worst })}
        onFocus={() => setHeld(value)}
        onBlur={() => setHeld(undefined)}
        onChange={({ target }) => compose.change((call) => lockField(call, { name, value: target.value }))}
      />
      {table && codes && focused && (
        <CodeChoices id={choicesId} table={table} typed={value} search={codes.tables.searchEntries} />
      )}
      <span className="header-row-tags">
        <Tag tone={ruleTone(rule)} title={t(`ruleExplained.${rule}`)}>
          {rule === 'signature' ? signedBy : t(`rule.${rule}`)}
        </Tag>
        {field.mark !== 'S' && (
          <SourceButton
            label={say(field.title)}
            platform={platform}
            place={{ section: 'header', item: name }}
            clause={field.clause}
            mark={field.mark}
            note={field.note}
            isShort
          />
        )}
      </span>
      {field.rule.rule === 'byHand' ? (
        <span />
      ) : (
        <IconButton
          label={t(isLocked ? 'header.unlock' : 'header.lock', { name })}
          pressed={isLocked}
          testId={`lock-${name}`}
          onClick={() =>
            compose.change((call) => (isLocked ? unlockField(call, name) : lockField(call, { name, value })))
          }
        >
          {isLocked ? <Lock size={13} aria-hidden /> : <LockOpen size={13} aria-hidden />}
        </IconButton>
      )}
      <div id={hintId} className="header-row-hint" data-tone={worst}>
        {findings.map(({ code, message, clause, severity }) => (
          <p key={code}>
            <b>{t(`severity.${severity}`)}</b> {say(message)} {clause && t('finding.clause', { clause })}
          </p>
        ))}
        {focused && findings.length === 0 && <Expectation field={field} value={value} />}
      </div>
    </div>
  );
});

/** While one types: how many characters there are, how many belong there, and of which kind. */
function Expectation({ field, value }: { readonly field: HeaderField; readonly value: string }) {
  const { t } = useTranslation();
  const say = useBilingual();
  const { length, patternText, clause } = field;
  return (
    <p>
      {[
        t('header.characters', { found: [...value].length }),
        'exactly' in length
          ? t('header.exactly', { count: length.exactly })
          : t('header.atMost', { count: length.atMost }),
        patternText && say(patternText),
        clause && t('header.clause', { clause }),
      ]
        .filter(Boolean)
        .join(' · ')}
    </p>
  );
}

function FieldExplained({ field }: { readonly field: HeaderField }) {
  const { t } = useTranslation();
  const say = useBilingual();
  const { length, patternText, note, clause, mark, presence } = field;
  return (
    <div className="explained">
      <b>
        {say(field.title)} {field.name}
      </b>
      <p>
        {t(presence.request === 'required' ? 'header.required' : 'header.optional')}
        {' · '}
        {'exactly' in length
          ? t('header.exactly', { count: length.exactly })
          : t('header.atMost', { count: length.atMost })}
      </p>
      {patternText && <p>{say(patternText)}</p>}
      {note && <p>{say(note)}</p>}
      <p>
        {clause && t('header.clause', { clause })} <MarkTag mark={mark} />
      </p>
    </div>
  );
}
