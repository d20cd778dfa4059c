import { listed } from '../listed.ts';
import { clockFormats, type ClockFormat, type HeaderField, type Profile } from '../profile/profile.ts';
import { unknown } from './check-names.ts';
import type { ProfileProblem } from './profile-problem.ts';

type Problem = Omit<ProfileProblem, 'severity'>;

/** What header fields, key slots, session, status and body members refer to by name exists. */
export function checkHeader(profile: Profile): readonly ProfileProblem[] {
  const { header, keySlots, session, interfaces, statuses, headerRelations, indicators } = profile;
  const names = new Set(header.map(({ name }) => name));
  const slots = new Set(keySlots.map(({ name }) => name));
  const noField = (path: Problem['path'], name: string) => unknown(path, ['报文头字段', 'header field', name]);

  const problems: readonly Problem[] = [
    ...header.flatMap((field, index) => [...checkRule(field, index), ...checkPattern(field, index)]),
    ...header.flatMap(({ rule }, index) => (rule.rule === 'secret' ? checkSecret(rule.slot, index) : [])),
    ...headerRelations.flatMap((relation, index) =>
      (relation.relation === 'samePart' ? [relation.field.field, relation.other.field] : relation.fields)
        .filter((name) => !names.has(name))
        .map((name) => noField(['headerRelations', index], name)),
    ),
    ...keySlots.flatMap(({ pairedWith }, index) =>
      pairedWith === undefined || slots.has(pairedWith)
        ? []
        : [unknown(['keySlots', index, 'pairedWith'], ['密钥槽', 'key slot', pairedWith])],
    ),
    ...indicators.flatMap(({ checkBy }, index) => checkDecider(checkBy, index)),
    ...(session && !interfaces.some(({ id }) => id === session.interface)
      ? [unknown(['session', 'interface'], ['接口', 'interface', session.interface])]
      : []),
    ...(session?.refusals ?? []).flatMap(({ status }, index) =>
      isStatus(status) ? [] : [unknown(['session', 'refusals', index, 'status'], ['返回码', 'result code', status])],
    ),
    ...(statuses.codes.some(({ code }) => code === statuses.success)
      ? []
      : [
          {
            path: ['statuses', 'success'],
            text: {
              zh: `表示成功的返回码“${statuses.success}”不在返回码表里。`,
              en: `The code of success, "${statuses.success}", is not in the table of codes.`,
            },
          },
        ]),
  ];
  return problems.map((problem) => ({ severity: 'error', ...problem }));

  /** Of the profile's table, or of an interface that has one of its own. */
  function isStatus(status: string): boolean {
    return [statuses, ...interfaces.flatMap((one) => one.statuses ?? [])].some(({ codes }) =>
      codes.some(({ code }) => code === status),
    );
  }

  /** The step that fills the header is given the keys that its options name, and no other. */
  function checkSecret(slot: string, index: number): readonly Problem[] {
    const filling = profile.steps.request.outward.filter(({ kind }) => kind === 'header.fill');
    const given = filling.flatMap(({ options }) => options['secrets']).flat();
    if (!slots.has(slot) || given.includes(slot)) return [];
    return [
      {
        path: ['header', index, 'rule', 'slot'],
        text: {
          zh: `步骤 header.fill 的 secrets 里没有“${slot}”，它填不了这个字段。`,
          en: `The step header.fill does not name "${slot}" in its secrets and cannot fill this field.`,
        },
      },
    ];
  }

  /** A way of writing the time that is agreed upon: whatever is chosen must be one. */
  function checkClock(format: ClockFormat, path: ProfileProblem['path']): readonly Problem[] {
    if (typeof format === 'string') return [];
    const convention = profile.conventions.find(({ name }) => name === format.convention);
    if (!convention) return [unknown(path, ['约定', 'convention', format.convention])];
    const wrong = convention.values.map(({ value }) => value).filter((value) => !clockFormats.safeParse(value).success);
    if (wrong.length === 0) return [];
    return [
      {
        path,
        text: {
          zh: `约定“${format.convention}”的取值 ${listed(wrong, 'zh')} 不是时间的写法，可以是：${listed(clockFormats.options, 'zh')}。`,
          en: `Values of convention "${format.convention}" are no formats of time: ${listed(wrong, 'en')}; there are ${listed(clockFormats.options, 'en')}.`,
        },
      },
    ];
  }

  function checkDecider(decider: string | undefined, index: number): readonly Problem[] {
    if (decider === undefined) return [];
    const path = ['indicators', index, 'checkBy'];
    const found = indicators.find(({ name }) => name === decider);
    if (!found) return [unknown(path, ['报文体成员', 'body member', decider])];
    if (found.codes !== undefined) return [];
    return [
      {
        path,
        text: {
          zh: `成员“${decider}”没有代码表（codes），无从决定用哪种校验。`,
          en: `Member "${decider}" has no code table (codes), so nothing decides which check applies.`,
        },
      },
    ];
  }

  function checkRule({ rule }: HeaderField, index: number): readonly Problem[] {
    const path = ['header', index, 'rule'];
    switch (rule.rule) {
      case 'clock':
        return checkClock(rule.format, [...path, 'format']);
      case 'part':
        return names.has(rule.of) ? [] : [noField([...path, 'of'], rule.of)];
      case 'serial':
        return names.has(rule.prefixField) ? [] : [noField([...path, 'prefixField'], rule.prefixField)];
      case 'secret':
        return slots.has(rule.slot) ? [] : [unknown([...path, 'slot'], ['密钥槽', 'key slot', rule.slot])];
      case 'session':
        return Object.hasOwn(session?.values ?? {}, rule.value)
          ? []
          : [unknown([...path, 'value'], ['会话值', 'value of the session', rule.value])];
      default:
        return [];
    }
  }
}

function checkPattern({ pattern }: HeaderField, index: number): readonly Problem[] {
  if (pattern === undefined) return [];
  try {
    ''.search(pattern);
    return [];
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return [
      {
        path: ['header', index, 'pattern'],
        text: { zh: `不是正则表达式：${reason}`, en: `It is no regular expression: ${reason}` },
      },
    ];
  }
}
