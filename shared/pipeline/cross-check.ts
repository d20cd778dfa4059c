import { concatBytes } from '@noble/hashes/utils.js';
import { bytesFromUtf8 } from '../crypto/encodings/utf8.ts';
import type { CryptoEngine, Sm2SignatureForm } from '../crypto/engine.ts';
import { equalBytes } from '../crypto/equal-bytes.ts';
import type { SecondOpinion } from '../crypto/second-opinion.ts';
import { readSm2PrivateKey } from './key-text.ts';
import type { RunResult } from './run-steps.ts';
import type { Value } from './value.ts';

export interface CrossCheck {
  /** Kind of the step that was done again. */
  readonly step: string;
  /** `notPossible`: the other implementation lacks the operation or the key that undoes it. */
  readonly verdict: 'agrees' | 'differs' | 'notPossible';
}

interface CrossCheckInput {
  readonly run: RunResult;
  readonly engine: CryptoEngine;
  readonly opinion: SecondOpinion;
  readonly keys: Readonly<Record<string, string>>;
  /** Carries the same message out again with another engine. */
  readonly rerun: (engine: CryptoEngine) => RunResult;
}

/**
 * Has another implementation do the SM steps of a message again. Digests and SM4 must give the same bytes; an SM2
 * signature, different every time, must verify there.
 */
export function crossCheck({ run, engine, opinion, keys, rerun }: CrossCheckInput): readonly CrossCheck[] {
  const again = rerun({ ...engine, ...opinion });
  return run.trace.steps.flatMap(({ kind, options, verdict }): readonly CrossCheck[] => {
    if (verdict !== 'done') return [];
    switch (kind) {
      case 'digest':
      case 'hmac.sm3':
        return [{ step: kind, verdict: same(run, again, 'signatureBytes') }];
      case 'sm4.encrypt':
        return [
          {
            step: kind,
            verdict:
              options['mode'] === 'GCM' || options['iv'] === 'front'
                ? 'notPossible'
                : same(run, again, 'ciphertextBytes'),
          },
        ];
      case 'sm2.sign': {
        const slot = String(options['key']);
        const privateKey = readSm2PrivateKey(keys[slot] ?? '', { slot, engine });
        const verified = opinion.sm2Verify(
          engine.sm2PublicKey(privateKey),
          bytesIn(run, 'bytesToSign'),
          bytesIn(run, 'signatureBytes'),
          { form: options['form'] as Sm2SignatureForm, userId: bytesFromUtf8(String(options['userId'])) },
        );
        return [{ step: kind, verdict: verified ? 'agrees' : 'differs' }];
      }
      case 'sm2.encrypt':
        return [{ step: kind, verdict: 'notPossible' }];
      default:
        return [];
    }
  });
}

function same(run: RunResult, again: RunResult, slot: string): CrossCheck['verdict'] {
  const [left, right] = [run, again].map(({ slots }) => bytesOf(slots.get(slot)));
  // Absent in both would be equal too: what is not there was not checked.
  if (!left || !right) return 'differs';
  return equalBytes(left, right) ? 'agrees' : 'differs';
}

function bytesIn({ slots }: RunResult, slot: string): Uint8Array {
  return bytesOf(slots.get(slot)) ?? new Uint8Array();
}

function bytesOf(value: Value | undefined): Uint8Array | undefined {
  if (value?.type === 'bytes') return value.bytes;
  if (value?.type !== 'parts') return undefined;
  return concatBytes(
    ...value.parts.map(({ content }) => (typeof content === 'string' ? bytesFromUtf8(content) : content)),
  );
}
