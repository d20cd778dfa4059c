import { codeFindings } from '../codes/code-findings.ts';
import type { Finding } from '../finding.ts';
import { scalarText, type JsonNode } from '../json/json-node.ts';
import { holds } from './condition.ts';
import { isChinaTime } from './china-time.ts';
import type { ConventionValues } from './conventions.ts';
import type { FieldPart, HeaderField, HeaderRelation, MessageKind, Profile } from './profile.ts';

interface Member {
  readonly name: string;
  readonly value: JsonNode;
}

export interface HeaderCheck {
  readonly profile: Profile;
  readonly message: MessageKind;
  readonly conventions: ConventionValues;
  readonly members: readonly Member[];
  /** Fields that may be numbers. */
  readonly numbers?: readonly string[];
}

/** Everything the profile says about a header: required fields, lengths, alphabets, codes, and relations between fields. */
export function checkHeader(check: HeaderCheck): readonly Finding[] {
  const { profile, message, conventions, members, numbers = [] } = check;
  const values = new Map(members.map(({ name, value }) => [name, scalarText(value) ?? '']));
  const findings: Finding[] = [];
  for (const field of profile.header) {
    const presence = field.presence[message];
    // What travels around the message is not among its members.
    if (!presence || !holds(field.when, conventions) || field.rule.rule === 'nonce') continue;
    if (field.carrier !== undefined && field.carrier !== 'message') continue;
    const value = values.get(field.name) ?? '';
    if (value !== '') {
      const node = members.findLast(({ name }) => name === field.name)?.value;
      const isText = node?.type === 'string' || (node?.type === 'number' && numbers.includes(field.name));
      if (node && !isText) findings.push(notText(field));
      findings.push(...checkField(field, value, statusCodes(profile)));
    } else if (presence === 'required') findings.push(absent(field));
  }
  for (const relation of profile.headerRelations) {
    if (!(relation.messages ?? ['request', 'response']).includes(message)) continue;
    const finding = checkRelation(relation, values);
    if (finding) findings.push(finding);
  }
  return findings;
}

/** Length, alphabet and code table of one value. */
export function checkField(field: HeaderField, value: string, statuses: readonly string[] = []): readonly Finding[] {
  const findings: Finding[] = [];
  const found = [...value].length;
  const { length } = field;
  const wrongLength = 'exactly' in length ? found !== length.exactly : found > length.atMost;
  if (wrongLength) findings.push(lengthFinding(field, found));
  else if (field.pattern !== undefined && !new RegExp(`^(?:${field.pattern})$`).test(value))
    findings.push(patternFinding(field, value));
  else if (field.rule.rule === 'clock' && field.rule.format === 'yyyyMMddHHmmss' && !isChinaTime(value))
    findings.push(noSuchTime(field, value));
  else if (field.codes === 'status') {
    if (statuses.length > 0 && !statuses.includes(value)) findings.push(unknownStatus(field, { value, statuses }));
  } else {
    const { name, title, codes, check } = field;
    for (const { code, severity, message } of codeFindings({ name, title, codes, check }, value)) {
      const isOfTable = code === 'code.unknown';
      findings.push(fieldFinding(field, { code: isOfTable ? `header.${codes}` : code, severity, message }));
    }
  }
  return findings;
}

function statusCodes(profile: Profile): readonly string[] {
  return profile.statuses.codes.map(({ code }) => code);
}

function checkRelation(relation: HeaderRelation, values: ReadonlyMap<string, string>): Finding | undefined {
  return relationHolds(relation, values)
    ? undefined
    : {
        code: relation.code,
        severity: relation.severity,
        clause: relation.clause,
        mark: relation.mark,
        field: relation.relation === 'samePart' ? relation.field.field : relation.fields[0],
        message: relation.message,
      };
}

/** A relation between fields that are absent or too short holds: that is reported elsewhere. */
function relationHolds(relation: HeaderRelation, values: ReadonlyMap<string, string>): boolean {
  if (relation.relation === 'samePart') {
    const left = partOf(relation.field, values);
    const right = partOf(relation.other, values);
    return left === undefined || right === undefined || left === right;
  }
  const [first, second] = relation.fields.map((name) => [...(values.get(name) ?? '')].length);
  const [firstLength, secondLength] = relation.lengths;
  return !(first === secondLength && second === firstLength);
}

function partOf({ field, from, to }: FieldPart, values: ReadonlyMap<string, string>): string | undefined {
  const characters = [...(values.get(field) ?? '')];
  return characters.length < to ? undefined : characters.slice(from, to).join('');
}

type Facts = Pick<Finding, 'code' | 'severity' | 'message'>;

function fieldFinding({ name, clause, mark }: HeaderField, facts: Facts): Finding {
  return { ...facts, field: name, clause, mark };
}

function lengthFinding(field: HeaderField, found: number): Finding {
  const { length, title, name } = field;
  const [zh, en] =
    'exactly' in length
      ? [`应为 ${length.exactly} 个字符`, `must have ${length.exactly} characters`]
      : [`最多 ${length.atMost} 个字符`, `may have at most ${length.atMost} characters`];
  return fieldFinding(field, {
    code: 'header.length',
    severity: 'error',
    message: {
      zh: `${title.zh}（${name}）${zh}，实际 ${found} 个。`,
      en: `${title.en} (${name}) ${en} and has ${found}.`,
    },
  });
}

function patternFinding(field: HeaderField, value: string): Finding {
  const { title, name, patternText } = field;
  return fieldFinding(field, {
    code: 'header.pattern',
    severity: 'error',
    message: {
      zh: `${title.zh}（${name}）的值“${value}”不合规则：${patternText?.zh ?? field.pattern}。`,
      en: `${title.en} (${name}) has the value "${value}", which does not fit: ${patternText?.en ?? field.pattern}.`,
    },
  });
}

function noSuchTime(field: HeaderField, value: string): Finding {
  return fieldFinding(field, {
    code: 'header.time',
    severity: 'error',
    message: {
      zh: `${field.title.zh}（${field.name}）的值“${value}”不是存在的时间（yyyyMMddHHmmss）。`,
      en: `${field.title.en} (${field.name}) is "${value}", a time that does not exist (yyyyMMddHHmmss).`,
    },
  });
}

function unknownStatus(
  field: HeaderField,
  { value, statuses }: { value: string; statuses: readonly string[] },
): Finding {
  return fieldFinding(field, {
    code: 'header.status',
    severity: 'error',
    message: {
      zh: `${field.title.zh}（${field.name}）的值“${value}”不在表中：${statuses.join('、')}。`,
      en: `${field.title.en} (${field.name}) is "${value}", which is none of ${statuses.join(', ')}.`,
    },
  });
}

function notText(field: HeaderField): Finding {
  return fieldFinding(field, {
    code: 'header.notText',
    severity: 'warning',
    message: {
      zh: `${field.title.zh}（${field.name}）应为字符串，实际是别的 JSON 类型。`,
      en: `${field.title.en} (${field.name}) should be a string and is another JSON type.`,
    },
  });
}

function absent(field: HeaderField): Finding {
  return fieldFinding(field, {
    code: 'header.missing',
    severity: 'error',
    message: {
      zh: `报文头缺少必填的${field.title.zh}（${field.name}）。`,
      en: `The header lacks ${field.title.en} (${field.name}), which is required.`,
    },
  });
}
