import type { Finding } from '../../../shared/finding.ts';
import type { TraceSummary } from '../../../shared/model/call-record.ts';
import type { TraceView } from '../../../shared/pipeline/trace-view.ts';
import { findSlot, findStep } from '../trace/find-slot.ts';

export interface HeaderCheckLine {
  readonly name: string;
  readonly value: string;
  /** What departs from the standard; the worst, when there are several. */
  readonly finding: Finding | undefined;
}

/** Every header member that came, then every one that was missed, each with what was found about it. */
export function responseChecks(response: TraceSummary): readonly HeaderCheckLine[] {
  const findings = findStep(response.trace, 'header.check')?.findings ?? [];
  const worstOf = (name: string) =>
    findings.find(({ field, severity }) => field === name && severity === 'error') ??
    findings.find(({ field }) => field === name);
  const came = findSlot(response, 'header').map(({ part }) => part);
  const names = new Set(came.map(({ name }) => name));
  const missed = new Set(findings.flatMap(({ field }) => (field !== undefined && !names.has(field) ? [field] : [])));
  return [
    ...came.map(({ name, excerpt }) => ({ name, value: excerpt, finding: worstOf(name) })),
    ...[...missed].map((name) => ({ name, value: '', finding: worstOf(name) })),
  ];
}

/** `none`: no signature is agreed. `skipped`: one is, but an earlier failure kept it from being checked. */
export function signatureVerdict(trace: TraceView): 'passed' | 'failed' | 'skipped' | 'none' {
  const step = findStep(trace, 'compare', 'sm2.verify');
  if (!step) return 'none';
  return step.verdict === 'passed' || step.verdict === 'failed' ? step.verdict : 'skipped';
}
