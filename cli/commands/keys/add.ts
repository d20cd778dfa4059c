import type { FoundKey } from '../../../shared/model/key.ts';
import { printDocument, printLine, say } from '../../output.ts';
import { foundLines, keyDocument, keyLines } from '../../ring/key-output.ts';
import { readPlace, type PlaceOptions } from '../../ring/key-place.ts';
import { readKeyInput } from '../../ring/read-key-input.ts';
import { namingRotate } from '../../ring/slot-filled.ts';
import { unlockOrCreateVault } from '../../ring/unlock-vault.ts';
import { withKeyStore, type KeyStoreOptions } from '../../ring/with-key-store.ts';
import { readKeyPassword, withKeyPassword, type KeyPasswordOptions } from '../../secrets/key-password.ts';
import { requireSeparateSources } from '../../secrets/separate-sources.ts';
import { usage } from '../../usage-error.ts';

export interface AddOptions extends KeyStoreOptions, KeyPasswordOptions, PlaceOptions {
  readonly label?: string;
  readonly index?: string;
  readonly pair?: boolean;
  readonly json?: boolean;
}

/** Recognises a key, says what it is, and keeps it; the first one makes the vault. `rotate`: into a slot that is filled. */
export async function add(
  file: string | undefined,
  options: AddOptions,
  { rotate }: { readonly rotate: boolean },
): Promise<void> {
  const place = readPlace(options);
  requireSeparateSources(file, options);
  await withKeyStore(options, async (use) => {
    const { keys } = use.store;
    const given = readKeyPassword(options);
    const input = await readKeyInput(file);
    // Before the vault: what is no key must not cost a passphrase.
    const { result: found, password } = await withKeyPassword(given, (tried) =>
      keys.examine({ input, ...(place && { place }), ...(tried !== undefined && { password: tried }) }),
    );
    const chosen = chosenOf(found, options.index);
    await unlockOrCreateVault(use);
    const key = await namingRotate(() =>
      keys.add({
        input,
        index: chosen.index,
        label: options.label ?? chosen.name ?? '',
        fillPair: options.pair === true,
        rotate,
        ...(place && { place }),
        ...(password !== undefined && { password }),
      }),
    );
    const noted = { ...key, findings: chosen.findings };
    if (options.json) printDocument(keyDocument(noted));
    else for (const line of keyLines(noted)) printLine(line);
  });
}

/** `--index` counts from 1, as the list it chooses from. */
function chosenOf(found: readonly FoundKey[], index: string | undefined): FoundKey {
  const [only] = found;
  if (index === undefined && only && found.length === 1) return only;
  const chosen = index !== undefined && /^[1-9]\d{0,3}$/.test(index) ? found[Number(index) - 1] : undefined;
  if (chosen) return chosen;
  for (const key of found) for (const line of foundLines(key)) say(line);
  if (index === undefined) {
    throw usage('key.several', '--index', [
      `输入里有 ${found.length} 把密钥，请用 --index 选一把（从 1 数起）。`,
      `The input holds ${found.length} keys; choose one with --index, counting from 1.`,
    ]);
  }
  throw usage('key.unknownIndex', '--index', [
    `--index 应为 1 到 ${found.length} 的整数。`,
    `--index must be a whole number from 1 to ${found.length}.`,
  ]);
}
