import { expect, it } from 'vitest';
import type { Finding } from '../../../shared/finding.ts';
import type { TraceSummary } from '../../../shared/model/call-record.ts';
import type { StepView } from '../../../shared/pipeline/trace-view.ts';
import type { Verdict } from '../../../shared/pipeline/trace.ts';
import { responseChecks, signatureVerdict } from './response-checks.ts';

function finding(field: string, severity: Finding['severity']): Finding {
  return { code: 'header.length', field, severity, message: { zh: severity, en: severity } };
}

function step(kind: string, verdict: Verdict, rest: Partial<StepView> = {}): StepView {
  const title = { zh: kind, en: kind };
  return { kind, title, options: {}, inputs: [], outputs: [], milliseconds: 0, verdict, findings: [], ...rest };
}

function summaryOf(...steps: readonly StepView[]): TraceSummary {
  const trace = {
    platform: 'p',
    message: 'response',
    direction: 'inward',
    conventions: {},
    inputs: { clock: 0 },
  } as const;
  return { traceId: 't', trace: { ...trace, steps, findings: [] } };
}

const parts = ['commStatus', 'msg'].map(
  (name) => ({ name, form: 'text', excerpt: name, size: 1, cut: false }) as const,
);
const read = step('message.read', 'done', { outputs: [{ slot: 'header', size: 2, sensitivity: 'public', parts }] });

it('lists what came and what was missed, each with its worst finding', () => {
  const findings = [finding('msg', 'warning'), finding('msg', 'error'), finding('serviceResId', 'error')];
  const lines = responseChecks(summaryOf(read, step('header.check', 'failed', { findings })));
  expect(lines.map(({ name, value, finding: found }) => [name, value, found?.severity])).toEqual([
    ['commStatus', 'commStatus', undefined],
    ['msg', 'msg', 'error'],
    ['serviceResId', '', 'error'],
  ]);
});

it('has nothing to list for what was no message', () => {
  expect(responseChecks(summaryOf(step('message.read', 'failed')))).toEqual([]);
});

it.each([
  [[], 'none'],
  [[step('compare', 'passed')], 'passed'],
  [[step('sm2.verify', 'failed')], 'failed'],
  [[step('compare', 'skipped')], 'skipped'],
] as const)('reads the verdict on the signature', (steps, verdict) => {
  expect(signatureVerdict(summaryOf(...steps).trace)).toBe(verdict);
});
