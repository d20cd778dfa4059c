/** Runs `work` while no other process is inside; released by the system when the process dies. Locks do not nest. */
export type Lock = <Result>(work: () => Result) => Result;

/** For one process alone. */
export const noLock: Lock = (work) => work();
