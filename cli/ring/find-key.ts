import { HufuError } from '../../shared/hufu-error.ts';
import type { KeyRing, KeySummary } from '../../shared/model/key-ring.ts';

const shortestBeginning = 4;

/**
 * The key that a person means: by its id or a beginning of it that no other has (4 characters or more), its fingerprint,
 * or its label. Throws `key.unknown`, and `key.ambiguous`, which names all that it could be: both halves of a pair have
 * one fingerprint.
 */
export function findKey({ keys }: KeyRing, text: string): KeySummary {
  const exact = keys.find(({ id }) => id === text);
  if (exact) return exact;
  const wanted = text.toLowerCase();
  // A key without a label must not answer to an empty variable of a script.
  const meant =
    text === ''
      ? []
      : keys.filter(
          ({ id, fingerprint, label }) =>
            fingerprint === wanted || label === text || (text.length >= shortestBeginning && id.startsWith(wanted)),
        );
  const [only] = meant;
  if (meant.length > 1) throw ambiguous(text, meant);
  if (only) return only;
  throw new HufuError({
    code: 'key.unknown',
    field: 'ID',
    text: {
      zh: `没有编号、指纹或名称是“${text}”的密钥；用 hufu keys list 查看。`,
      en: `No key has the id, fingerprint or label "${text}"; see hufu keys list.`,
    },
  });
}

function ambiguous(text: string, meant: readonly KeySummary[]): HufuError {
  const named = meant.map(({ id, algorithm, label }) => `${id} (${[algorithm, label].filter(Boolean).join(', ')})`);
  return new HufuError({
    code: 'key.ambiguous',
    field: 'ID',
    text: {
      zh: `“${text}”可以指 ${meant.length} 把密钥：${named.join('、')}。请用编号。`,
      en: `"${text}" may be ${meant.length} keys: ${named.join(', ')}. Use the id.`,
    },
  });
}
