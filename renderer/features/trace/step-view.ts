import type { StepView, TraceView } from '../../../shared/pipeline/trace-view.ts';
import type { Tone } from '../../app/palette.ts';

/** What a value is, by the slot it lies in: the same colour wherever it appears. */
const slotTones: Readonly<Record<string, Tone>> = {
  nonce: 'signed',
  stringToSign: 'signed',
  stringWithSecret: 'signed',
  bytesToSign: 'signed',
  signatureBytes: 'signed',
  signature: 'signed',
  signatureReceived: 'signed',
  ciphertext: 'encrypted',
  ciphertextBytes: 'encrypted',
};

/** Slots that are clear before a message goes out and decrypted when one came in. */
const clearSlots: ReadonlySet<string> = new Set(['plaintext', 'plaintextBytes', 'body']);

/** What a reader looks for; the steps in between are shown in one line. */
const principalSlots: ReadonlySet<string> = new Set([
  'stringToSign',
  'signature',
  'plaintext',
  'ciphertext',
  'message',
]);

export function stepTone({ verdict, outputs, kind }: StepView, direction: TraceView['direction']): Tone {
  if (verdict === 'failed') return 'failure';
  if (kind === 'compare' || kind === 'sm2.verify') return 'signed';
  for (const { slot } of outputs) {
    if (slot === 'message') return 'decrypted';
    if (clearSlots.has(slot)) return direction === 'inward' ? 'decrypted' : 'plain';
    const tone = slotTones[slot];
    if (tone) return tone;
  }
  return 'plain';
}

/** Whether a step's value is shown without being asked for. */
export function isPrincipal({ outputs, verdict, kind }: StepView): boolean {
  return verdict === 'failed' || kind === 'body.clear' || outputs.some(({ slot }) => principalSlots.has(slot));
}

const shownOptions = ['algorithm', 'mode', 'padding', 'order', 'form', 'encoding', 'style', 'charset', 'placement'];

/** The choices that shaped the step, in short: `ECB · pkcs7`. */
export function stepChoices({ options }: StepView): string {
  return shownOptions
    .map((name) => options[name])
    .filter((value) => typeof value === 'string')
    .join(' · ');
}

/** Bytes of what the step shows, together; undefined when it has nothing. What is secret is not told by its size either. */
export function stepSize({ outputs }: StepView): number | undefined {
  const shown = outputs.filter(({ sensitivity }) => sensitivity !== 'secret');
  return shown.length === 0 ? undefined : shown.reduce((total, { size }) => total + size, 0);
}
