import { expect, it } from 'vitest';
import { readSavedScreen, writeSavedScreen } from './saved-screen.ts';

it('brings back the open request and the changed ones', () => {
  const screen = { activeId: 'sample/resume', tabs: ['a', 'sample/resume'], changedIds: ['sample/resume', 'b'] };
  expect(readSavedScreen(writeSavedScreen(screen))).toEqual(screen);
  expect(readSavedScreen(writeSavedScreen({ activeId: undefined, tabs: [], changedIds: [] }))).toEqual({
    activeId: undefined,
    tabs: [],
    changedIds: [],
  });
});

it.each([null, '', 'null', '{}', '{"format":2,"changedIds":[]}', '{"format":1,"changedIds":"a"}'])(
  'begins empty with %s',
  (content) => {
    expect(readSavedScreen(content)).toEqual({ activeId: undefined, tabs: undefined, changedIds: [] });
  },
);

it('reads what an older version wrote, which had no tabs', () => {
  expect(readSavedScreen('{"format":1,"activeId":"a","changedIds":[]}')).toEqual({
    activeId: 'a',
    tabs: undefined,
    changedIds: [],
  });
});
