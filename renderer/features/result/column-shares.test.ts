import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnNames, moveEnd, shownColumns, toggleColumn, usualColumns } from './column-shares.ts';

describe('columns of a call', () => {
  it('share the width, whichever are shown', () => {
    expect(shownColumns(usualColumns).map(({ share }) => share)).toEqual([1 / 3, 1 / 3, 1 / 3]);
    const without = toggleColumn(usualColumns, 'signed');
    expect(shownColumns(without)).toEqual([
      { name: 'plain', share: 0.5, end: 0.5 },
      { name: 'encrypted', share: 0.5, end: 1 },
    ]);
    expect(toggleColumn(without, 'signed')).toEqual(usualColumns);
  });

  it('leave one at least', () => {
    const one = toggleColumn(toggleColumn(usualColumns, 'plain'), 'signed');
    expect(toggleColumn(one, 'encrypted')).toBe(one);
    expect(moveEnd(one, 'encrypted', 0.1)).toBe(one);
  });

  it('never become too narrow, and fill the width, however they are moved', () => {
    const move = fc.tuple(fc.constantFrom(...columnNames), fc.double({ min: -2, max: 2, noNaN: true }));
    fc.assert(
      fc.property(fc.array(move, { maxLength: 12 }), (moves) => {
        const moved = moves.reduce((columns, [name, by]) => moveEnd(columns, name, by), usualColumns);
        const shown = shownColumns(moved);
        for (const { share } of shown) expect(share).toBeGreaterThan(0.1199);
        expect(shown.at(-1)?.end).toBeCloseTo(1);
      }),
    );
  });
});
