import { expect, it } from 'vitest';
import type { TraceSummary } from '../../../shared/model/call-record.ts';
import type { StepView } from '../../../shared/pipeline/trace-view.ts';
import { findSlot, findStep } from './find-slot.ts';

function step(kind: string, outputs: Readonly<Record<string, readonly string[]>>): StepView {
  return {
    kind,
    title: { zh: kind, en: kind },
    options: {},
    inputs: [],
    outputs: Object.entries(outputs).map(([slot, texts]) => ({
      slot,
      size: 1,
      sensitivity: 'public',
      parts: texts.map((excerpt) => ({ name: '', form: 'text', excerpt, size: 1, cut: false })),
    })),
    milliseconds: 0,
    verdict: 'done',
    findings: [],
  };
}

const summary: TraceSummary = {
  traceId: 't',
  trace: {
    platform: 'p',
    message: 'request',
    direction: 'outward',
    conventions: {},
    inputs: { clock: 0 },
    findings: [],
    steps: [step('a', { body: ['one'] }), step('b', { plaintext: ['x', 'y'] }), step('a', { body: ['two'] })],
  },
};

it('finds the newest value of a slot, part by part, and the next best slot', () => {
  expect(findSlot(summary, 'body')).toMatchObject([{ step: 2, slot: 'body', index: 0, part: { excerpt: 'two' } }]);
  expect(findSlot(summary, 'missing', 'plaintext').map(({ index, part }) => [index, part.excerpt])).toEqual([
    [0, 'x'],
    [1, 'y'],
  ]);
  expect(findSlot(summary, 'missing')).toEqual([]);
});

it('finds the last step of a kind', () => {
  expect(findStep(summary.trace, 'compare', 'a')).toBe(summary.trace.steps[2]);
  expect(findStep(summary.trace, 'compare')).toBeUndefined();
});
