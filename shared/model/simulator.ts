import { z } from 'zod';

/** What a simulator does wrong on purpose. Every switch off: it keeps to its profile. */
export const faultsSchema = z.strictObject({
  /** Answer with this commStatus whatever comes. */
  status: z.string().optional(),
  delayMilliseconds: z.number().int().min(0).max(600_000).optional(),
  /** Close the connection instead of answering: before the answer, or in the middle of it. */
  drop: z.enum(['beforeAnswer', 'duringAnswer']).optional(),
  flipCiphertextBit: z.boolean().optional(),
  wrongKey: z.boolean().optional(),
  /** Name of a response header field that is given one character too few. */
  wrongLength: z.string().optional(),
  notJson: z.boolean().optional(),
});

export type Faults = z.infer<typeof faultsSchema>;

export interface SimulatorStatus {
  readonly platform: string;
  readonly url: string;
  readonly conventions: Readonly<Record<string, string>>;
  readonly faults: Faults;
}
