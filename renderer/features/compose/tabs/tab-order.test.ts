import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  closeTabs,
  keepTab,
  moveTab,
  nextInFront,
  noTabs,
  openTab,
  renameTab,
  tabBeside,
  type Tabs,
} from './tab-order.ts';

const of = (...ids: readonly string[]): Tabs => ({ ...noTabs, ids });

describe('tabs', () => {
  it('opens a new tab behind the one in front, and a glance in place of the last glance', () => {
    const first = openTab(of('a', 'b'), 'c', { after: 'a', isGlance: true });
    expect(first).toEqual({ ids: ['a', 'c', 'b'], glance: 'c', closed: [] });
    expect(openTab(first, 'd', { after: 'b', isGlance: true })).toEqual({
      ids: ['a', 'd', 'b'],
      glance: 'd',
      closed: [],
    });
    expect(openTab(first, 'd', { after: 'b', isGlance: false })).toEqual({
      ids: ['a', 'c', 'b', 'd'],
      glance: 'c',
      closed: [],
    });
  });

  it('keeps a glance that is opened to stay, and leaves an open tab where it is', () => {
    const glance = openTab(of('a'), 'b', { after: 'a', isGlance: true });
    expect(openTab(glance, 'b', { after: 'a', isGlance: true })).toEqual(glance);
    expect(openTab(glance, 'b', { after: 'a', isGlance: false }).glance).toBeUndefined();
    expect(keepTab(glance, 'a')).toBe(glance);
  });

  it('brings the next tab to the front when one is closed, or the one before at the end', () => {
    const tabs = of('a', 'b', 'c', 'd');
    expect(nextInFront(tabs, 'b', ['b'])).toBe('c');
    expect(nextInFront(tabs, 'b', ['b', 'c', 'd'])).toBe('a');
    expect(nextInFront(tabs, 'd', ['d'])).toBe('c');
    expect(nextInFront(of('a'), 'a', ['a'])).toBeUndefined();
  });

  it('remembers what was closed until it is open again', () => {
    const closed = closeTabs(of('a', 'b', 'c'), ['b', 'c']);
    expect(closed).toEqual({ ids: ['a'], glance: undefined, closed: ['b', 'c'] });
    expect(openTab(closed, 'c', { after: 'a', isGlance: false })).toEqual({
      ids: ['a', 'c'],
      glance: undefined,
      closed: ['b'],
    });
  });

  it('goes on under a new id, round the ends, and to another place', () => {
    expect(renameTab({ ...of('a', 'b'), glance: 'a' }, 'a', 'x')).toEqual({
      ids: ['x', 'b'],
      glance: undefined,
      closed: [],
    });
    expect(tabBeside(of('a', 'b'), 'b', 1)).toBe('a');
    expect(tabBeside(of('a', 'b'), 'a', -1)).toBe('b');
    expect(tabBeside(of(), undefined, 1)).toBeUndefined();
    expect(moveTab(of('a', 'b', 'c'), 'c', 'a').ids).toEqual(['c', 'a', 'b']);
    expect(moveTab(of('a', 'b', 'c'), 'a', undefined).ids).toEqual(['b', 'c', 'a']);
    expect(moveTab(of('a', 'b'), 'a', 'gone').ids).toEqual(['a', 'b']);
  });

  it('never has a tab twice, nor a glance that is not there', () => {
    const id = fc.constantFrom('a', 'b', 'c', 'd', 'e');
    const act = fc.oneof(
      fc
        .record({ id, isGlance: fc.boolean() })
        .map((one) => (tabs: Tabs) => openTab(tabs, one.id, { after: tabs.ids[0], isGlance: one.isGlance })),
      id.map((one) => (tabs: Tabs) => closeTabs(tabs, [one])),
      fc.tuple(id, id).map(
        ([one, other]) =>
          (tabs: Tabs) =>
            renameTab(tabs, one, other),
      ),
      fc.tuple(id, fc.option(id, { nil: undefined })).map(
        ([one, before]) =>
          (tabs: Tabs) =>
            moveTab(tabs, one, before),
      ),
    );
    fc.assert(
      fc.property(fc.array(act, { maxLength: 30 }), (acts) => {
        const tabs = acts.reduce((before, step) => step(before), noTabs);
        expect(new Set(tabs.ids).size).toBe(tabs.ids.length);
        expect(tabs.closed.filter((one) => tabs.ids.includes(one))).toEqual([]);
        if (tabs.glance !== undefined) expect(tabs.ids).toContain(tabs.glance);
      }),
    );
  });
});
