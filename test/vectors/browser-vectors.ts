import type { RandomBytes } from '../../shared/crypto/engine.ts';
import { createPortableEngine } from '../../shared/crypto/portable-engine.ts';
import { gbkTable } from '../../shared/crypto/encodings/gbk-table.ts';
import { hexFromBytes } from '../../shared/crypto/encodings/hex.ts';
import { sm3 } from '../../shared/crypto/sm3/sm3.ts';
import { runCryptoVectors } from './crypto-vectors.ts';
import { judgeKeys, type KeyVectors } from './keys-vectors.ts';
import { judgeLdt6008, type Ldt6008Vectors } from './ldt6008-vectors.ts';
import type { VectorFile } from './vector-file.ts';
import type { VectorResult } from './vector-result.ts';

/** What the test calls inside the page, under the global name `vectors`. */

const randomBytes: RandomBytes = (length) => crypto.getRandomValues(new Uint8Array(length));

/** `json` is the text of the file: it may hold half characters, which do not survive being passed as a value. */
export function run(file: string, json: string): VectorResult[] {
  return runCryptoVectors(
    {
      create: (source) => createPortableEngine({ randomBytes: source ?? randomBytes }),
      takesRandomBytes: true,
      randomBytes,
    },
    file,
    JSON.parse(json) as VectorFile,
  );
}

export function runMessages(json: string): readonly VectorResult[] {
  return judgeLdt6008(createPortableEngine({ randomBytes }), JSON.parse(json) as Ldt6008Vectors);
}

export function runKeys(json: string): Promise<readonly VectorResult[]> {
  return judgeKeys(createPortableEngine({ randomBytes }), JSON.parse(json) as KeyVectors);
}

/** SM3 of the table of GBK, which is made from the browser's own decoder. */
export function gbkDigest(): string {
  return hexFromBytes(sm3(new Uint8Array(gbkTable().units.buffer)));
}
