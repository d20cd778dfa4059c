import { useTranslation } from 'react-i18next';
import { codeChecks } from '../../../../shared/codes/checks.ts';
import { codeCheckNames, codeTableNames } from '../../../../shared/codes/names.ts';
import { codeTables } from '../../../../shared/codes/tables.ts';
import type { DataPath } from '../../../../shared/data/data-path.ts';
import { isRecord, type DataRecord } from '../../../../shared/data/data.ts';
import { clockFormats } from '../../../../shared/profile/profile.ts';
import { useBilingual } from '../../../i18n/use-bilingual.ts';
import { useDraft, useDraftPlace } from '../draft-context.ts';
import { DraftChoice } from '../fields/draft-choice.tsx';
import { DraftData } from '../fields/draft-data.tsx';
import { DraftSource } from '../fields/draft-source.tsx';
import { DraftText } from '../fields/draft-text.tsx';
import { DraftWords } from '../fields/draft-words.tsx';
import { byConvention, conventionOr, conventionsThatFit } from './by-convention.ts';
import { NamedItems, namesIn } from '../fields/named-items.tsx';

const newField: DataRecord = {
  name: 'field',
  title: { zh: '字段', en: 'field' },
  presence: { request: 'required' },
  rule: { rule: 'byHand' },
};
const presences = ['required', 'optional'] as const;
const carriers = ['message', 'query', 'path', 'http'] as const;

/** The fields of the header, each with the rule that fills it. */
export function HeaderSection() {
  const { t } = useTranslation();
  return (
    <NamedItems path={['header']} label={t('platforms.section.header')} nameAt="name" newItem={newField}>
      {(path) => <HeaderFieldForm key={path.join('.')} path={path} />}
    </NamedItems>
  );
}

function HeaderFieldForm({ path }: { readonly path: DataPath }) {
  const { t } = useTranslation();
  const presence = [
    { value: '', label: t('platforms.absent') },
    ...presences.map((value) => ({ value, label: t(`header.${value}`) })),
  ];
  return (
    <div className="draft-fields">
      <DraftText path={[...path, 'name']} label={t('platforms.fieldName')} />
      <DraftWords path={[...path, 'title']} label={t('platforms.title')} />
      <div className="draft-row">
        <DraftChoice path={[...path, 'presence', 'request']} label={t('platforms.inRequest')} options={presence} />
        <DraftChoice path={[...path, 'presence', 'response']} label={t('platforms.inResponse')} options={presence} />
        <DraftChoice
          path={[...path, 'carrier']}
          label={t('platforms.carrier')}
          options={carriers.map((value) => ({ value, label: t(`platforms.carriers.${value}`) }))}
          toText={(value) => (typeof value === 'string' ? value : 'message')}
          toValue={(chosen) => (chosen === 'message' ? undefined : chosen)}
        />
      </div>
      <RuleFields path={[...path, 'rule']} />
      <LengthFields path={[...path, 'length']} />
      <DraftText path={[...path, 'pattern']} label={t('platforms.pattern')} isOptional />
      <DraftWords path={[...path, 'patternText']} label={t('platforms.patternText')} isOptional />
      <CodeFields path={path} />
      <DraftData
        path={[...path, 'when']}
        label={t('platforms.when')}
        hint={t('platforms.whenHint')}
        isOptional
        rows={2}
      />
      <DraftSource path={path} />
    </div>
  );
}

/** The table that the value is of, and the check that it must pass. */
function CodeFields({ path }: { readonly path: DataPath }) {
  const { t } = useTranslation();
  const say = useBilingual();
  const none = { value: '', label: t('platforms.noCodes') };
  return (
    <div className="draft-row">
      <DraftChoice
        path={[...path, 'codes']}
        label={t('platforms.codes')}
        options={[
          none,
          ...codeTableNames.map((value) => ({ value, label: say(codeTables[value].title) })),
          { value: 'status', label: t('platforms.section.statuses') },
        ]}
      />
      <DraftChoice
        path={[...path, 'check']}
        label={t('platforms.codeCheck')}
        options={[none, ...codeCheckNames.map((value) => ({ value, label: say(codeChecks[value].title) }))]}
      />
    </div>
  );
}

/** Each rule with what it begins with when it is chosen. */
const rules: Readonly<Record<string, DataRecord>> = {
  constant: { value: '' },
  environment: {},
  interface: {},
  part: { of: '', from: 0, to: 6 },
  clock: { format: 'yyyyMMddHHmmss' },
  serial: { prefixField: '', prefixLength: 11, digits: 8 },
  nonce: { length: 24 },
  session: { value: '' },
  secret: { slot: '' },
  signature: {},
  byHand: {},
};

function RuleFields({ path }: { readonly path: DataPath }) {
  const { t } = useTranslation();
  const { value } = useDraftPlace(path);
  const rule = isRecord(value) ? value : {};
  return (
    <div className="draft-row">
      <DraftChoice
        path={path}
        label={t('platforms.rule')}
        options={Object.keys(rules).map((name) => ({ value: name, label: t(`platforms.rules.${name as 'constant'}`) }))}
        toText={(chosen) => (isRecord(chosen) && typeof chosen['rule'] === 'string' ? chosen['rule'] : '')}
        toValue={(chosen) => ({ rule: chosen, ...rules[chosen] })}
      />
      <RuleOptions path={path} rule={rule} />
    </div>
  );
}

function RuleOptions({ path, rule }: { readonly path: DataPath; readonly rule: DataRecord }) {
  const { t } = useTranslation();
  const { whole } = useDraft();
  const names = (list: string) => namesIn(whole, { list, nameAt: 'name' });
  const choice = (member: string, label: string, values: readonly string[]) => (
    <DraftChoice path={[...path, member]} label={label} options={values.map((one) => ({ value: one, label: one }))} />
  );
  const number = (member: string, label: string) => <DraftText path={[...path, member]} label={label} isNumber />;
  switch (rule['rule']) {
    case 'constant':
      return <DraftText path={[...path, 'value']} label={t('platforms.value')} />;
    case 'environment':
      return <DraftText path={[...path, 'value']} label={t('platforms.environmentValue')} isOptional />;
    case 'part':
      return (
        <>
          {choice('of', t('platforms.partOf'), names('header'))}
          {number('from', t('platforms.from'))}
          {number('to', t('platforms.to'))}
        </>
      );
    case 'clock':
      return <ClockFormat path={[...path, 'format']} />;
    case 'serial':
      return (
        <>
          {choice('prefixField', t('platforms.prefixField'), names('header'))}
          {number('prefixLength', t('platforms.prefixLength'))}
          {number('digits', t('platforms.digits'))}
        </>
      );
    case 'nonce':
      return number('length', t('platforms.length'));
    case 'session':
      return (
        <>
          <DraftText path={[...path, 'value']} label={t('platforms.sessionValue')} />
          <DraftText path={[...path, 'prefix']} label={t('platforms.prefix')} isOptional />
        </>
      );
    case 'secret':
      return choice('slot', t('platforms.slot'), names('keySlots'));
    default:
      return null;
  }
}

function ClockFormat({ path }: { readonly path: DataPath }) {
  const { t } = useTranslation();
  const { whole } = useDraft();
  const { value } = useDraftPlace(path);
  const formats = clockFormats.options;
  return (
    <DraftChoice
      path={path}
      label={t('platforms.clockFormat')}
      options={[
        ...formats.map((format) => ({ value: format, label: format })),
        ...conventionsThatFit(whole, { values: formats, chosen: value }).map((name) => ({
          value: `${byConvention}${name}`,
          label: t('platforms.byConvention', { name }),
        })),
      ]}
      toText={conventionOr.toText}
      toValue={conventionOr.toValue}
    />
  );
}

function LengthFields({ path }: { readonly path: DataPath }) {
  const { t } = useTranslation();
  const { value, set, isReadOnly } = useDraftPlace(path);
  const kind = isRecord(value) && 'exactly' in value ? 'exactly' : 'atMost';
  const count = isRecord(value) ? value[kind] : undefined;
  return (
    <div className="draft-row">
      <DraftChoice
        path={path}
        label={t('platforms.lengthKind')}
        options={[
          { value: 'atMost', label: t('platforms.atMost') },
          { value: 'exactly', label: t('platforms.exactly') },
        ]}
        toText={() => kind}
        toValue={(chosen) => ({ [chosen]: count ?? 64 })}
      />
      {value === undefined && !isReadOnly ? (
        <button type="button" className="link-button" onClick={() => set({ atMost: 64 })}>
          {t('platforms.setLength')}
        </button>
      ) : (
        <DraftText path={[...path, kind]} label={t('platforms.characters')} isNumber />
      )}
    </div>
  );
}
