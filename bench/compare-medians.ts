/** One measurement beside its named peer, both taken in the same run and interleaved. */
export interface Row {
  readonly name: string;
  readonly medianMilliseconds: number;
  readonly peer: string;
  readonly peerMedianMilliseconds: number;
  /** Own time divided by the peer's, or the reverse where the goal is to be faster. */
  readonly ratio: number;
  readonly goal: string;
  readonly passed: boolean;
}

interface Comparison<Result = unknown> {
  readonly name: string;
  readonly own: () => Result;
  readonly peer: () => Result;
  readonly peerName: string;
  /** Own time may be at most so many times the peer's. */
  readonly atMost?: number;
  /** The peer's time must be at least so many times our own. */
  readonly timesFaster?: number;
  readonly rounds?: number;
}

/** Medians of two functions measured in turns, so that noise of the machine hits both. */
export function compareMedians(comparison: Comparison): Row {
  const { own, peer, rounds = 200 } = comparison;
  const ownTimes: number[] = [];
  const peerTimes: number[] = [];
  // The first quarter warms up both and is not counted.
  for (let round = -Math.ceil(rounds / 4); round < rounds; round += 1) {
    const ownTime = time(own);
    const peerTime = time(peer);
    if (round < 0) continue;
    ownTimes.push(ownTime);
    peerTimes.push(peerTime);
  }
  return row(comparison, { ownTimes, peerTimes });
}

/** The same of two that take their time elsewhere. */
export async function compareMediansAwaited(comparison: Comparison<Promise<unknown>>): Promise<Row> {
  const { own, peer, rounds = 200 } = comparison;
  const ownTimes: number[] = [];
  const peerTimes: number[] = [];
  for (let round = -Math.ceil(rounds / 4); round < rounds; round += 1) {
    const ownTime = await timeAwaited(own);
    const peerTime = await timeAwaited(peer);
    if (round < 0) continue;
    ownTimes.push(ownTime);
    peerTimes.push(peerTime);
  }
  return row(comparison, { ownTimes, peerTimes });
}

interface Times {
  readonly ownTimes: readonly number[];
  readonly peerTimes: readonly number[];
}

function row({ name, peerName, atMost, timesFaster }: Comparison, { ownTimes, peerTimes }: Times): Row {
  const [medianMilliseconds, peerMedianMilliseconds] = [median(ownTimes), median(peerTimes)];
  const slower = medianMilliseconds / peerMedianMilliseconds;
  return timesFaster === undefined
    ? {
        name,
        medianMilliseconds,
        peer: peerName,
        peerMedianMilliseconds,
        ratio: slower,
        goal: `<= ${atMost ?? 1}`,
        passed: slower <= (atMost ?? 1),
      }
    : {
        name,
        medianMilliseconds,
        peer: peerName,
        peerMedianMilliseconds,
        ratio: 1 / slower,
        goal: `>= ${timesFaster}`,
        passed: 1 / slower >= timesFaster,
      };
}

function time(work: () => unknown): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}

async function timeAwaited(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

export function median(times: readonly number[]): number {
  const sorted = times.toSorted((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** What a person waits for is a time, whatever the peer takes. */
export function within(found: Row, { least, most }: { readonly least: number; readonly most: number }): Row {
  const { medianMilliseconds } = found;
  return { ...found, passed: found.passed && medianMilliseconds >= least && medianMilliseconds <= most };
}

/** A figure with a limit and no peer. */
export function floor({
  name,
  found,
  most,
}: {
  readonly name: string;
  readonly found: number;
  readonly most: number;
}): Row {
  const ratio = found / most;
  return {
    name,
    medianMilliseconds: found,
    peer: 'limit',
    peerMedianMilliseconds: most,
    ratio,
    goal: '<= 1',
    passed: ratio <= 1,
  };
}
