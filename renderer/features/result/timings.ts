import type { HttpExchange } from '../../../shared/model/call-record.ts';

export type Phase = Exclude<keyof HttpExchange['timings'], 'total'>;

export interface PhaseTime {
  readonly phase: Phase;
  readonly milliseconds: number;
  /** Part of the whole, 0 to 1. */
  readonly share: number;
}

const phases: readonly Phase[] = ['dns', 'tcp', 'proxy', 'tls', 'firstByte', 'body'];

/** The phases that took place, in their order, each with its part of the time they took together. */
export function phaseTimes(timings: HttpExchange['timings']): readonly PhaseTime[] {
  const took = phases.flatMap((phase) => {
    const milliseconds = timings[phase];
    return milliseconds === null ? [] : [{ phase, milliseconds }];
  });
  const sum = took.reduce((total, { milliseconds }) => total + milliseconds, 0);
  return took.map((time) => ({ ...time, share: sum === 0 ? 0 : time.milliseconds / sum }));
}

/** `0`, `0.3`, `12`, `1,204`: as many digits as mean something. */
export function shortMilliseconds(milliseconds: number): string {
  if (milliseconds < 0.05) return '0';
  return milliseconds < 10 ? String(Number(milliseconds.toFixed(1))) : Math.round(milliseconds).toLocaleString('en-US');
}
