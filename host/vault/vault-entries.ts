import type { VaultEntries } from './vault.ts';
import { entryPlace, type VaultDocument } from './vault-document.ts';
import { openBox, sealBox, type SealedBox } from './vault-keys.ts';
import { damagedVault, entryName } from './vault-refusals.ts';

interface EntryPlace {
  readonly key: Buffer;
  readonly id: string;
}

/** An entry for one name of one vault. */
function sealEntry({ name, value }: { name: string; value: unknown }, { key, id }: EntryPlace) {
  const plaintext = Buffer.from(JSON.stringify(value), 'utf8');
  return { name, ...sealBox(key, { plaintext, place: entryPlace(id, name) }) };
}

/** Its JSON value. Throws `vault.damaged` for what does not belong here or was altered. */
export function openEntry(
  { name, ...box }: SealedBox & { readonly name: string },
  { key, id, path }: EntryPlace & { readonly path: string },
): unknown {
  const plaintext = openBox(key, box, entryPlace(id, name));
  if (plaintext) return JSON.parse(plaintext.toString('utf8')) as unknown;
  throw damagedVault(path, { zh: `条目 ${name} 解不开`, en: `its entry ${name} does not open` });
}

/** All entries under another key. */
export function resealEntries(
  { id, entries }: VaultDocument,
  { from, to, path }: { readonly from: Buffer; readonly to: Buffer; readonly path: string },
) {
  return entries.map((entry) => {
    const value = openEntry(entry, { key: from, id, path });
    return sealEntry({ name: entry.name, value }, { key: to, id });
  });
}

const longestName = 200;

function requireName(name: string): void {
  if (name.length === 0 || name.length > longestName || /\p{Cc}/u.test(name)) throw entryName(name.length);
}

/** What `update` hands out: entries that were not written keep their ciphertext. */
export function changeableEntries(
  document: VaultDocument,
  { key, path }: { readonly key: Buffer; readonly path: string },
) {
  const boxes = new Map(document.entries.map((entry) => [entry.name, entry]));
  let { outline } = document;
  const entries: VaultEntries = {
    names: () => [...boxes.keys()],
    read(name) {
      const entry = boxes.get(name);
      return entry && openEntry(entry, { key, id: document.id, path });
    },
    write(name, value) {
      requireName(name);
      boxes.set(name, sealEntry({ name, value }, { key, id: document.id }));
    },
    remove: (name) => void boxes.delete(name),
    writeOutline: (value) => void (outline = value),
  };
  return { entries, result: () => ({ outline, entries: [...boxes.values()] }) };
}
