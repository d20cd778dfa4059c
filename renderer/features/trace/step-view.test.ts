import { expect, it } from 'vitest';
import type { OutputView, StepView } from '../../../shared/pipeline/trace-view.ts';
import { isPrincipal, stepChoices, stepSize, stepTone } from './step-view.ts';

function step(kind: string, slots: readonly string[], rest: Partial<StepView> = {}): StepView {
  const outputs = slots.map((slot): OutputView => ({ slot, size: 10, sensitivity: 'public', parts: [] }));
  const title = { zh: kind, en: kind };
  return { kind, title, options: {}, inputs: [], outputs, milliseconds: 0, verdict: 'done', findings: [], ...rest };
}

it('gives one colour to one kind of value', () => {
  expect(stepTone(step('sign.string', ['stringToSign']), 'outward')).toBe('signed');
  expect(stepTone(step('text.encode', ['ciphertext']), 'outward')).toBe('encrypted');
  expect(stepTone(step('json.write', ['plaintext']), 'outward')).toBe('plain');
  expect(stepTone(step('charset.decode', ['plaintext']), 'inward')).toBe('decrypted');
  expect(stepTone(step('message.write', ['message', 'httpHeaders']), 'outward')).toBe('decrypted');
  expect(stepTone(step('header.fill', ['header']), 'outward')).toBe('plain');
  expect(stepTone(step('sm4.encrypt', [], { verdict: 'failed' }), 'outward')).toBe('failure');
});

it('opens the steps a reader looks for and those that failed', () => {
  expect(isPrincipal(step('sign.string', ['stringToSign']))).toBe(true);
  expect(isPrincipal(step('charset.encode', ['bytesToSign']))).toBe(false);
  expect(isPrincipal(step('body.clear', ['bodySent']))).toBe(true);
  expect(isPrincipal(step('sm4.encrypt', [], { verdict: 'failed' }))).toBe(true);
});

it('sums up choices and sizes', () => {
  const options = { from: 'plaintextBytes', key: 'sm4Key', mode: 'ECB', padding: 'pkcs7', prefix04: true };
  expect(stepChoices(step('sm4.encrypt', [], { options }))).toBe('ECB · pkcs7');
  expect(stepSize(step('size.check', []))).toBeUndefined();
  expect(stepSize(step('message.write', ['message', 'httpHeaders']))).toBe(20);
  const secret: OutputView = { slot: 'stringWithSecret', size: 31, sensitivity: 'secret', parts: [] };
  const joined = step('sign.join', ['stringToSign']);
  expect(stepSize({ ...joined, outputs: [...joined.outputs, secret] })).toBe(10);
  expect(stepSize({ ...joined, outputs: [secret] })).toBeUndefined();
});
