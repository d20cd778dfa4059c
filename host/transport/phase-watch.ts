import type { Phase, Timings } from './http-exchange.ts';

/** Knows the phase an exchange is in, and how long the ones before it took. */
export interface PhaseWatch {
  readonly phase: Phase;
  /** Ends the present phase and begins another. */
  readonly enter: (phase: Phase) => void;
  /** Ends the last phase. */
  readonly finish: () => Timings;
}

export function startPhaseWatch(first: Phase, now: () => number = () => performance.now()): PhaseWatch {
  const start = now();
  const spent = new Map<Phase, number>();
  let phase = first;
  let since = start;
  const end = () => {
    const time = now();
    spent.set(phase, (spent.get(phase) ?? 0) + time - since);
    since = time;
  };
  return {
    get phase() {
      return phase;
    },
    enter(next) {
      end();
      phase = next;
    },
    finish() {
      end();
      const of = (name: Phase) => spent.get(name) ?? null;
      return {
        dns: of('dns'),
        tcp: of('tcp'),
        proxy: of('proxy'),
        tls: of('tls'),
        firstByte: of('firstByte'),
        body: of('body'),
        total: since - start,
      };
    },
  };
}
