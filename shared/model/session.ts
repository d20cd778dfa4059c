/** A session as a screen may know of it: never what it is made of. */
export interface SessionState {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly openedAt: number;
  readonly expiresAt: number;
  /** `vault`: it outlives the program. `memory`: it ends with it. */
  readonly kept: 'vault' | 'memory';
}
