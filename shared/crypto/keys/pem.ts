import { bytesFromBase64Text } from './key-characters.ts';
import { keyError } from './key-error.ts';

/** One block of PEM (RFC 7468), or of its older form with headers (RFC 1421). */
export interface PemBlock {
  /** What stands between BEGIN and the dashes: `PRIVATE KEY`. */
  readonly label: string;
  readonly bytes: Uint8Array;
  readonly encryption?: PemEncryption;
}

/** DEK-Info: the algorithm's name and the IV in hex, both as written there. */
export interface PemEncryption {
  readonly algorithm: string;
  readonly iv: string;
}

// Bounded, because labels and names are repeated in what the user is told.
const begin = /-----BEGIN ([A-Z0-9# ]{1,64})-----/g;
const headers = /^\s*Proc-Type:\s*4,\s*ENCRYPTED\s+DEK-Info:\s*([A-Za-z0-9-]{1,64}),([0-9A-Fa-f]{1,64})\s/;

/**
 * The blocks of a text; what stands before, between and behind them is passed over. Line breaks may have become blanks
 * or the two characters \n. Throws `key.pem`, and `key.characters` for what is no Base64.
 */
export function pemBlocks(pasted: string): readonly PemBlock[] {
  const text = pasted.replace(/(?:\\r)?\\n/g, '\n');
  const blocks: PemBlock[] = [];
  let behind = 0;
  for (const match of text.matchAll(begin)) {
    const [line, label = ''] = match;
    const start = match.index + line.length;
    if (match.index < behind) continue;
    const end = text.indexOf('-----', start);
    const endLine = `-----END ${label}-----`;
    if (!text.startsWith(endLine, end === -1 ? text.length : end)) throw withoutEnd(label, text.slice(end));
    behind = end + endLine.length;
    blocks.push(blockFrom({ label, before: text.slice(0, start), body: text.slice(start, end) }));
  }
  if (blocks.length === 0) {
    throw keyError('key.pem', {
      zh: '文本中有 PEM 的横线，但没有完整的“-----BEGIN …-----”行。',
      en: 'The text has the dashes of PEM but no complete "-----BEGIN …-----" line.',
    });
  }
  return blocks;
}

function blockFrom(place: { readonly label: string; readonly before: string; readonly body: string }): PemBlock {
  const { label, before, body } = place;
  const header = headers.exec(body);
  const base64 = header === null ? body : body.slice(header[0].length);
  if (base64.trim() === '') {
    throw keyError('key.pem', {
      zh: `PEM 块“${label}”里没有内容。`,
      en: `The PEM block "${label}" is empty.`,
    });
  }
  const block = { label, bytes: bytesFromBase64Text(base64, before + (header?.[0] ?? '')) };
  const [, algorithm, iv] = header ?? [];
  return algorithm === undefined || iv === undefined ? block : { ...block, encryption: { algorithm, iv } };
}

function withoutEnd(label: string, rest: string): Error {
  const found = /^-----END ([A-Z0-9# ]{1,64})-----/.exec(rest)?.[1];
  if (found === undefined) {
    return keyError('key.pem', {
      zh: `PEM 块“${label}”没有对应的“-----END ${label}-----”行：末尾没有复制完整。`,
      en: `The PEM block "${label}" has no "-----END ${label}-----" line: its end was not copied.`,
    });
  }
  return keyError('key.pem', {
    zh: `PEM 块以“${label}”开始，却以“${found}”结束。`,
    en: `The PEM block begins with "${label}" and ends with "${found}".`,
  });
}
