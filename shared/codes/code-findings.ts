import type { Bilingual } from '../bilingual.ts';
import type { Finding } from '../finding.ts';
import { codeChecks } from './checks.ts';
import type { CodeCheckName, CodeTableName } from './names.ts';
import { codeTables } from './tables.ts';

/** A header field or a body member whose value is of a table or of a kind with a check character. */
export interface CodedName {
  readonly name: string;
  readonly title: Bilingual;
  readonly codes?: CodeTableName | undefined;
  readonly check?: CodeCheckName | undefined;
}

/**
 * What is wrong with a value, as warnings: a call may send a wrong one on purpose. The value itself stands in no message but
 * for codes of a table, which tell nothing of a person.
 */
export function codeFindings({ name, title, codes, check }: CodedName, value: string): readonly Finding[] {
  const findings: Finding[] = [];
  const table = codes && codeTables[codes];
  if (table?.isComplete && table.find(value) === undefined) {
    findings.push({
      code: 'code.unknown',
      severity: 'warning',
      clause: table.source,
      mark: table.mark,
      message: {
        zh: `${title.zh}（${name}）的值“${shortened(value)}”不在${table.title.zh}表中（${table.source}）。`,
        en: `${title.en} (${name}) is "${shortened(value)}", which is no ${table.title.en} (${table.source}).`,
      },
    });
  }
  const fault = check && codeChecks[check].fault(value);
  if (fault) {
    findings.push({
      code: `code.${fault.fault}`,
      severity: 'warning',
      clause: codeChecks[check].clause,
      mark: 'S',
      message: {
        zh: `${title.zh}（${name}）：${fault.message.zh}`,
        en: `${title.en} (${name}): ${fault.message.en}`,
      },
    });
  }
  return findings;
}

/** Longer than any code, it was not meant as one. */
function shortened(value: string): string {
  const characters = [...value];
  return characters.length <= 8 ? value : `${characters.slice(0, 3).join('')}…`;
}
