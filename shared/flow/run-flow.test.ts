import { expect, it } from 'vitest';
import type { CallRecord } from '../model/call-record.ts';
import { hasSucceeded, runFlow, type FlowStep } from './run-flow.ts';

const requests = ['a', 'b', 'c'].map((id) => ({ id, title: { zh: id, en: id } }));
const record = (change: Partial<CallRecord> = {}) => ({ verdict: 'success', ...change }) as CallRecord;
const failureOf = (error: unknown) => ({ code: 'x', text: { zh: String(error), en: String(error) } });
const states = (steps: readonly FlowStep[]) => steps.map(({ state }) => state).join(' ');

it('sends one after another and tells of each', async () => {
  const seen: string[] = [];
  const changes: string[] = [];
  const steps = await runFlow(requests, {
    send: async (id) => {
      seen.push(id);
      return record();
    },
    failureOf,
    onChange: (now) => changes.push(states(now)),
  });
  expect(seen).toEqual(['a', 'b', 'c']);
  expect(changes[0]).toBe('running waiting waiting');
  expect(changes).toContain('done running waiting');
  expect(hasSucceeded(steps)).toBe(true);
});

it.each([
  ['refused', async () => record({ verdict: 'refused' }), 'done'],
  ['not sent', () => Promise.reject(new Error('no')), 'notSent'],
  ['a value that is missing', async () => record({ extracted: [{ name: 'v', pointer: '/v', found: false }] }), 'done'],
] as const)('stops at the first that did not succeed: %s', async (_why, second, state) => {
  const steps = await runFlow(requests, {
    send: (id) => (id === 'b' ? second() : Promise.resolve(record())),
    failureOf,
  });
  expect(states(steps)).toBe(`done ${state} notRun`);
  expect(hasSucceeded(steps)).toBe(false);
});

it('sends the rest too when it is to keep going', async () => {
  const steps = await runFlow(requests, {
    send: (id) => (id === 'a' ? Promise.reject(new Error('no')) : Promise.resolve(record({ verdict: 'refused' }))),
    failureOf,
    keepsGoing: true,
  });
  expect(states(steps)).toBe('notSent done done');
  expect(hasSucceeded(steps)).toBe(false);
});

it('sends nothing more once it is stopped', async () => {
  let stopped = false;
  const steps = await runFlow(requests, {
    send: async () => {
      stopped = true;
      return record();
    },
    failureOf,
    isStopped: () => stopped,
  });
  expect(states(steps)).toBe('done notRun notRun');
});
