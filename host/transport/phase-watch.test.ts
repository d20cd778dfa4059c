import { expect, test } from 'vitest';
import { startPhaseWatch } from './phase-watch.ts';

test('a phase lasts until the next begins, and one that was not entered took no time at all', () => {
  let time = 100;
  const watch = startPhaseWatch('dns', () => time);
  const enter = (phase: Parameters<typeof watch.enter>[0], at: number) => {
    time = at;
    watch.enter(phase);
  };
  enter('tcp', 105);
  // With several addresses each look-up tells of one.
  enter('tcp', 106);
  enter('firstByte', 110);
  enter('body', 150);
  expect(watch.phase).toBe('body');
  time = 151;
  expect(watch.finish()).toEqual({ dns: 5, tcp: 5, proxy: null, tls: null, firstByte: 40, body: 1, total: 51 });
});
