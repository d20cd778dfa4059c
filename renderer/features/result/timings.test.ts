import { expect, it } from 'vitest';
import { phaseTimes, shortMilliseconds } from './timings.ts';

it('leaves out phases that did not take place and shares the time among the others', () => {
  const times = phaseTimes({ dns: null, tcp: 1, proxy: null, tls: null, firstByte: 3, body: 0, total: 9 });
  expect(times).toEqual([
    { phase: 'tcp', milliseconds: 1, share: 0.25 },
    { phase: 'firstByte', milliseconds: 3, share: 0.75 },
    { phase: 'body', milliseconds: 0, share: 0 },
  ]);
  expect(
    phaseTimes({ dns: 0, tcp: 0, proxy: null, tls: null, firstByte: 0, body: null, total: 0 }).map(
      ({ share }) => share,
    ),
  ).toEqual([0, 0, 0]);
});

it('writes as many digits as mean something', () => {
  expect([0, 0.04, 0.31, 1, 9.96, 12.4, 1204].map(shortMilliseconds)).toEqual([
    '0',
    '0',
    '0.3',
    '1',
    '10',
    '12',
    '1,204',
  ]);
});
