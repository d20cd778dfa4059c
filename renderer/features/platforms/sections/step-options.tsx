import { useTranslation } from 'react-i18next';
import type { DataPath } from '../../../../shared/data/data-path.ts';
import { isRecord, type Data } from '../../../../shared/data/data.ts';
import { referenceOf } from '../../../../shared/pipeline/step-references.ts';
import { wordsOfOption } from '../../../../shared/pipeline/step-words.ts';
import { useBilingual } from '../../../i18n/use-bilingual.ts';
import { useDraft, useDraftPlace } from '../draft-context.ts';
import { DraftChoice } from '../fields/draft-choice.tsx';
import { DraftList } from '../fields/draft-list.tsx';
import { DraftText } from '../fields/draft-text.tsx';
import { namesIn } from '../fields/named-items.tsx';
import { byConvention, conventionOr, conventionsThatFit } from './by-convention.ts';

type Schema = Readonly<Record<string, unknown>>;

interface StepOptionsProps {
  readonly path: DataPath;
  readonly kind: string;
  /** JSON Schema of the options that the kind of step takes. */
  readonly schema: Schema;
}

/** A field for each option that the step takes; one that the profile has beside them is shown too. */
export function StepOptions({ path, kind, schema }: StepOptionsProps) {
  const { value } = useDraftPlace(path);
  const properties = isRecord(schema['properties']) ? schema['properties'] : {};
  const required = Array.isArray(schema['required']) ? schema['required'] : [];
  const names = [...new Set([...Object.keys(properties), ...Object.keys(isRecord(value) ? value : {})])];
  return (
    <div className="draft-row step-options">
      {names.map((name) => (
        <OptionField
          key={name}
          path={[...path, name]}
          kind={kind}
          name={name}
          schema={isRecord(properties[name]) ? properties[name] : {}}
          isOptional={!required.includes(name)}
        />
      ))}
    </div>
  );
}

interface OptionFieldProps {
  readonly path: DataPath;
  readonly kind: string;
  readonly name: string;
  readonly schema: Schema;
  readonly isOptional: boolean;
}

function OptionField({ path, kind, name, schema, isOptional }: OptionFieldProps) {
  const { t } = useTranslation();
  const say = useBilingual();
  const { whole } = useDraft();
  const place = useDraftPlace(path);
  const words = wordsOfOption(kind, name);
  const label = isOptional ? t('platforms.mayBeLeftOut', { name }) : name;
  const common = { path, label, ...(words && { hint: say(words) }) };
  const isFlag = schema['type'] === 'boolean' || Array.isArray(schema['anyOf']);
  const isByConvention = isRecord(place.value);

  if (schema['type'] === 'array') return <DraftList {...common} isOptional={isOptional} />;
  const values = isFlag
    ? ['true', 'false']
    : Array.isArray(schema['enum'])
      ? schema['enum'].map(String)
      : referenceOf(kind, name) === 'keySlot'
        ? namesIn(whole, { list: 'keySlots', nameAt: 'name' })
        : undefined;
  if (values === undefined && !isByConvention) {
    const isNumber = schema['type'] === 'number' || schema['type'] === 'integer';
    return <DraftText {...common} isNumber={isNumber} isOptional={isOptional} />;
  }
  return (
    <DraftChoice
      {...common}
      options={[
        ...(isOptional ? [{ value: '', label: t('platforms.leftOut') }] : []),
        ...(values ?? []).map((value) => ({
          value,
          label: isFlag ? t(value === 'true' ? 'platforms.yes' : 'platforms.no') : value,
        })),
        ...conventionsThatFit(whole, { values, chosen: place.value }).map((one) => ({
          value: `${byConvention}${one}`,
          label: t('platforms.byConvention', { name: one }),
        })),
      ]}
      toText={(value) => (typeof value === 'boolean' ? String(value) : conventionOr.toText(value))}
      toValue={(chosen): Data | undefined =>
        chosen === ''
          ? undefined
          : isFlag && values?.includes(chosen)
            ? chosen === 'true'
            : conventionOr.toValue(chosen)
      }
    />
  );
}
