import type { editor, IPosition } from 'monaco-editor/editor';
import { bodyMembers } from '../../../../shared/codes/body-members.ts';
import type { CodeCheck } from '../../../../shared/codes/checks.ts';
import type { CodeTable } from '../../../../shared/codes/tables.ts';
import type { Indicator } from '../../../../shared/profile/profile.ts';

export interface CodeAtPlace {
  readonly check?: CodeCheck | undefined;
  readonly table?: CodeTable | undefined;
  /** Where the value stands, with its quotes: offsets into the text. */
  readonly start?: number;
  readonly end?: number;
}

/** Of which table or kind the value is that a position lies in. The tables are fetched at the first use. */
export async function codeAt(
  model: Pick<editor.ITextModel, 'getValue' | 'getOffsetAt'>,
  position: IPosition,
  indicators: readonly Indicator[],
): Promise<CodeAtPlace> {
  const offset = model.getOffsetAt(position);
  const member = bodyMembers(model.getValue(), new Set(indicators.map(({ name }) => name))).find(
    ({ offset: start, end }) => start <= offset && offset <= end,
  );
  const indicator = member && indicators.find(({ name }) => name === member.name);
  if (!indicator || !(indicator.codes ?? indicator.check ?? indicator.checkBy)) return {};
  const [{ codeTables }, { codeChecks }, { checkOf }] = await Promise.all([
    import('../../../../shared/codes/tables.ts'),
    import('../../../../shared/codes/checks.ts'),
    import('../../../../shared/codes/check-of.ts'),
  ]);
  const check = checkOf(indicator, { indicators, beside: member.beside });
  return {
    check: check && codeChecks[check],
    table: indicator.codes && codeTables[indicator.codes],
    start: member.offset,
    end: member.end,
  };
}
