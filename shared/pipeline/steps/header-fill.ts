import { z } from 'zod';
import type { Finding } from '../../finding.ts';
import { HufuError } from '../../hufu-error.ts';
import { jsonNull, jsonString } from '../../json/json-node.ts';
import { chinaDay, formatClock } from '../../profile/china-time.ts';
import { checkField } from '../../profile/check-header.ts';
import { placeholder } from '../hide-secrets.ts';
import { holds } from '../../profile/condition.ts';
import { clockFormats, type ClockFormat, type HeaderField } from '../../profile/profile.ts';
import { slotName } from '../option-schemas.ts';
import { stepKind, type StepContext } from '../step-kind.ts';
import type { Field, FieldsValue } from '../value.ts';

/**
 * Gives each header field its value: locked by hand, else by its rule. Further members follow those of the profile. What
 * travels in the HTTP request around the message has slots of its own: `query`, `path`, `httpHeaders`.
 */
export const headerFill = stepKind({
  kind: 'header.fill',
  options: z.strictObject({
    to: slotName,
    nonceField: z.string(),
    /** Key slots that fields with the rule `secret` are filled from. */
    secrets: z.array(z.string()).optional(),
  }),
  reads: () => [],
  mayRead: () => ['nonce'],
  writes: ({ to }) => [to, ...carriers.map(({ slot }) => slot)],
  run: ({ to, nonceField }, context) => {
    const { profile, message, conventions, fields } = context;
    const sent = profile.header.filter(
      (field) => field.presence[message] && field.rule.rule !== 'signature' && holds(field.when, conventions),
    );
    const findings: Finding[] = [];
    const values = new Map<string, string>();
    const filled: Field[] = [];
    const around = new Map(carriers.map(({ carrier }): [string, Field[]] => [carrier, []]));
    for (const field of sent) {
      const value = fields.locked[field.name] ?? ruleValue(field, { context, values });
      if (value === undefined) {
        if (field.presence[message] === 'required') findings.push(missingValue(field));
        continue;
      }
      values.set(field.name, value);
      // Of a session that is still to be opened, there is but the name.
      const isToCome = field.rule.rule === 'session' && value === placeholder(field.rule.value);
      if (!isToCome) findings.push(...checkField(field, value));
      (around.get(field.carrier ?? 'message') ?? filled).push({ name: field.name, value: jsonString(value) });
    }
    // The nonce comes last, behind further members, as the signed and sent messages of the field have it.
    const last = filled.filter(({ name }) => name === nonceField);
    const extra = fields.extra.map(({ name, value }) => ({
      name,
      value: value === null ? jsonNull : jsonString(value),
    }));
    const header = [...filled.filter(({ name }) => name !== nonceField), ...extra, ...last];
    const carried = carriers.flatMap(({ carrier, slot }): [string, FieldsValue][] => {
      const found = around.get(carrier) ?? [];
      return found.length > 0 ? [[slot, { type: 'fields', fields: found }]] : [];
    });
    return { outputs: { [to]: { type: 'fields', fields: header }, ...Object.fromEntries(carried) }, findings };
  },
});

const carriers = [
  { carrier: 'query', slot: 'query' },
  { carrier: 'path', slot: 'path' },
  { carrier: 'http', slot: 'httpHeaders' },
] as const;

function ruleValue(
  { name, rule }: HeaderField,
  { context, values }: { readonly context: StepContext; readonly values: ReadonlyMap<string, string> },
): string | undefined {
  const { fields, clock } = context;
  switch (rule.rule) {
    case 'constant':
      return rule.value;
    case 'environment':
      return given(fields.environment[rule.value ?? name]);
    case 'interface':
      return given(fields.interface[name]);
    case 'part': {
      const other = values.get(rule.of);
      return other === undefined ? undefined : given([...other].slice(rule.from, rule.to).join(''));
    }
    case 'clock':
      return formatClock(clock, clockFormatOf(rule.format, context));
    case 'serial': {
      const prefix = values.get(rule.prefixField);
      if (prefix === undefined) return undefined;
      return `${[...prefix].slice(0, rule.prefixLength).join('')}${chinaDay(clock)}${serialDigits(name, { digits: rule.digits, context })}`;
    }
    case 'nonce':
      return context.find('nonce', 'text')?.text;
    case 'session': {
      const value = fields.session?.[rule.value];
      return value === undefined ? undefined : `${rule.prefix ?? ''}${value}`;
    }
    case 'secret':
      return context.key(rule.slot);
    case 'signature':
    case 'byHand':
      return undefined;
  }
}

function clockFormatOf(format: ClockFormat, { conventions }: StepContext): z.infer<typeof clockFormats> {
  return clockFormats.parse(typeof format === 'string' ? format : conventions[format.convention]);
}

function given(value: string | undefined): string | undefined {
  return value === '' ? undefined : value;
}

function serialDigits(
  field: string,
  { digits, context }: { readonly digits: number; readonly context: StepContext },
): string {
  const { serial } = context;
  if (serial !== undefined && serial.length <= digits && /^\d+$/.test(serial)) return serial.padStart(digits, '0');
  throw new HufuError({
    code: 'serial.invalid',
    field,
    text: {
      zh: `流水号应为 1 至 ${digits} 位数字，实际是“${serial ?? ''}”。`,
      en: `The serial must be 1 to ${digits} digits and is "${serial ?? ''}".`,
    },
  });
}

function missingValue({ name, title, rule, clause, mark }: HeaderField): Finding {
  const hint =
    rule.rule === 'environment'
      ? { zh: '在环境中填写', en: 'enter it in the environment' }
      : rule.rule === 'interface'
        ? { zh: '选择接口或手工填写', en: 'choose an interface or enter it by hand' }
        : rule.rule === 'serial' || rule.rule === 'part'
          ? { zh: '它由另一个字段得出，先填那一个', en: 'it follows from another field, fill that one first' }
          : rule.rule === 'session'
            ? { zh: '发送时会先取得会话', en: 'sending fetches the session first' }
            : { zh: '手工填写', en: 'enter it by hand' };
  return {
    code: 'header.missing',
    severity: 'error',
    field: name,
    clause,
    mark,
    message: {
      zh: `${title.zh}（${name}）必填，还没有值：${hint.zh}。`,
      en: `${title.en} (${name}) is required and has no value: ${hint.en}.`,
    },
  };
}
