import { generatedKinds, type GeneratedKind } from '../../../shared/model/key.ts';
import { printDocument, printLine } from '../../output.ts';
import { keyDocument, keyLines } from '../../ring/key-output.ts';
import { readPlace, type PlaceOptions } from '../../ring/key-place.ts';
import { namingRotate } from '../../ring/slot-filled.ts';
import { unlockOrCreateVault } from '../../ring/unlock-vault.ts';
import { withKeyStore, type KeyStoreOptions } from '../../ring/with-key-store.ts';
import { usage } from '../../usage-error.ts';

export interface GenerateOptions extends KeyStoreOptions, PlaceOptions {
  readonly label?: string;
  readonly pair?: boolean;
  readonly json?: boolean;
}

/** Makes a key on this machine and keeps it; it is never printed. */
export async function generate(
  kindName: string,
  options: GenerateOptions,
  { rotate }: { readonly rotate: boolean },
): Promise<void> {
  const kind = readKind(kindName);
  const place = readPlace(options);
  await withKeyStore(options, async (use) => {
    if (place) use.store.environment(place.environment);
    await unlockOrCreateVault(use);
    const key = await namingRotate(() =>
      use.store.keys.generate({
        kind,
        label: options.label ?? '',
        fillPair: options.pair === true,
        rotate,
        ...(place && { place }),
      }),
    );
    if (options.json) printDocument(keyDocument(key));
    else for (const line of keyLines(key)) printLine(line);
  });
}

function readKind(text: string): GeneratedKind {
  const kind = generatedKinds.find((known) => known === text);
  if (kind) return kind;
  throw usage('key.unknownKind', 'KIND', [
    `不能生成“${text}”，可以生成：${generatedKinds.join('、')}。`,
    `"${text}" cannot be generated; there are ${generatedKinds.join(', ')}.`,
  ]);
}
