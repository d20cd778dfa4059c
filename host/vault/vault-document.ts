import { createHash } from 'node:crypto';
import { z } from 'zod';
import { damagedVault, newerVault, weakVault } from './vault-refusals.ts';
import { authenticate, isAcceptable, purposeKey, sameBytes } from './vault-keys.ts';

const box = { nonce: z.base64(), ciphertext: z.base64() };

const vaultDocumentSchema = z.strictObject({
  format: z.literal(1),
  /** Random, stays the same for the life of the vault. */
  id: z.uuid(),
  /** Milliseconds since 1970 UTC. */
  savedAt: z.number(),
  kdf: z.strictObject({ name: z.literal('scrypt'), N: z.number(), r: z.number(), p: z.number(), salt: z.base64() }),
  /** HMAC of the head under the passphrase's verifier key: tells a wrong passphrase from an altered file. */
  check: z.base64().length(44),
  /** The data key under the passphrase's wrapping key. */
  wrappedKey: z.strictObject(box),
  outline: z.unknown(),
  entries: z.array(z.strictObject({ name: z.string(), ...box })),
});

export type VaultDocument = z.infer<typeof vaultDocumentSchema>;

/** A document with the very text it was read from, which the seal is over. */
export interface VaultText {
  readonly document: VaultDocument;
  readonly documentText: string;
  /** Hex. */
  readonly seal: string;
}

/** What a passphrase vouches for: it cannot be made weaker behind the user's back. */
export function headText({ format, id, kdf }: Pick<VaultDocument, 'format' | 'id' | 'kdf'>): string {
  return JSON.stringify(['hufu vault', format, id, kdf.name, kdf.N, kdf.r, kdf.p, kdf.salt]);
}

/** Where an entry belongs: not to another name and not to another vault. */
export function entryPlace(id: string, name: string): string {
  return JSON.stringify(['hufu vault entry', id, name]);
}

/** Three lines: the document in JSON, its seal under the data key, the digest of both for whoever has no key. */
export function writeVaultText(document: VaultDocument, dataKey: Uint8Array): string {
  const documentText = JSON.stringify(document);
  const sealed = `${documentText}\nseal ${sealOf(documentText, dataKey)}\n`;
  return `${sealed}digest ${digestOf(sealed)}\n`;
}

/** Whether a file is the work of somebody who has the data key. */
export function hasSeal({ documentText, seal }: VaultText, dataKey: Uint8Array): boolean {
  return sameBytes(Buffer.from(seal, 'hex'), Buffer.from(sealOf(documentText, dataKey), 'hex'));
}

function sealOf(documentText: string, dataKey: Uint8Array): string {
  return authenticate(purposeKey(dataKey, 'seal'), documentText).toString('hex');
}

const frame = /^(?<document>\{[^\n]*\})\nseal (?<seal>[0-9a-f]{64})\ndigest (?<digest>[0-9a-f]{64})\n$/;

/** Throws `vault.damaged`, `vault.newerFormat`, `vault.weakParameters`; whether the seal holds is for who has the data key. */
export function readVaultText(bytes: Uint8Array, path: string): VaultText {
  const text = Buffer.from(bytes).toString('utf8');
  const lines = frame.exec(text)?.groups;
  const { document: documentText, seal, digest } = lines ?? {};
  if (documentText === undefined || seal === undefined || digest === undefined) {
    throw damagedVault(path, { zh: '不是完整的三行', en: 'it is not three whole lines' });
  }
  // Over the bytes as they are: what is no UTF-8 would have become U+FFFD by now.
  if (digest !== digestOf(bytes.subarray(0, bytes.length - `digest ${digest}\n`.length))) {
    throw damagedVault(path, { zh: '摘要与内容不符', en: 'its digest does not fit its content' });
  }
  const content = parse(documentText);
  const format = typeof content === 'object' && content !== null && 'format' in content ? content.format : undefined;
  if (typeof format === 'number' && format > 1) throw newerVault(path, format);
  const checked = vaultDocumentSchema.safeParse(content);
  if (!checked.success) {
    const place = checked.error.issues[0]?.path.join('.') ?? '';
    throw damagedVault(path, { zh: `内容不合格式（${place}）`, en: `its content has the wrong shape (${place})` });
  }
  const { kdf } = checked.data;
  if (!isAcceptable(kdf)) throw weakVault(path, `N=${kdf.N}, r=${kdf.r}, p=${kdf.p}`);
  return { document: checked.data, documentText, seal };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function digestOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
