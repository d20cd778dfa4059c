import { z } from 'zod';
import { keyMaterialSchema } from '../../shared/model/key.ts';
import type { VaultEntries } from '../vault/vault.ts';

/** A key as an entry of the vault. */
const storedKeySchema = z.strictObject({
  label: z.string(),
  origin: z.enum(['imported', 'generated']),
  /** Milliseconds since 1970 UTC. */
  createdAt: z.number(),
  /** The form it was handed over in. */
  form: z.strictObject({ zh: z.string(), en: z.string() }),
  /** Kept, since that of a private key costs a multiplication on the curve and is wanted for every call. */
  fingerprint: z.string(),
  material: keyMaterialSchema,
});
export type StoredKey = z.infer<typeof storedKeySchema>;

const slotVersionSchema = z.strictObject({ key: z.string(), since: z.number(), retired: z.boolean() });
export type SlotVersion = z.infer<typeof slotVersionSchema>;

/**
 * What the keys are for, an entry of the vault too: whoever can write files must not be able to lead a key to another
 * host or slot.
 */
const ringDocumentSchema = z.strictObject({
  environments: z.record(
    z.string(),
    z.strictObject({
      origins: z.array(z.string()),
      /** The newest version first. */
      slots: z.record(z.string(), z.array(slotVersionSchema)),
    }),
  ),
});
export type RingDocument = z.infer<typeof ringDocumentSchema>;

/** What a locked vault tells: which slots are filled. */
const outlineSchema = z.strictObject({ filled: z.record(z.string(), z.array(z.string())) });

const ringName = 'ring';
const keyPrefix = 'key/';

interface Readable {
  names(): readonly string[];
  read(name: string): unknown;
}

export function readRing(entries: Readable): RingDocument {
  const value = entries.read(ringName);
  return value === undefined ? { environments: {} } : ringDocumentSchema.parse(value);
}

export function writeRing(entries: VaultEntries, ring: RingDocument): void {
  entries.write(ringName, ring);
  const filled = Object.entries(ring.environments).map(([environment, { slots }]) => {
    const names = Object.entries(slots).filter(([, versions]) => activeVersion(versions) !== undefined);
    return [environment, names.map(([slot]) => slot)] as const;
  });
  entries.writeOutline({ filled: Object.fromEntries(filled) });
}

export function filledSlots(outline: unknown, environment: string): readonly string[] {
  const read = outlineSchema.safeParse(outline);
  return (read.success && Object.hasOwn(read.data.filled, environment) && read.data.filled[environment]) || [];
}

export function keyIds(entries: Readable): readonly string[] {
  return entries
    .names()
    .filter((name) => name.startsWith(keyPrefix))
    .map((name) => name.slice(keyPrefix.length));
}

export function readKey(entries: Readable, id: string): StoredKey | undefined {
  const value = entries.read(keyPrefix + id);
  return value === undefined ? undefined : storedKeySchema.parse(value);
}

export function writeKey(entries: VaultEntries, id: string, key: StoredKey): void {
  entries.write(keyPrefix + id, key);
}

export function removeKey(entries: VaultEntries, id: string): void {
  entries.remove(keyPrefix + id);
}

export function activeVersion(versions: readonly SlotVersion[]): SlotVersion | undefined {
  return versions.find(({ retired }) => !retired);
}

/** The versions of a slot, empty when nothing ever filled it. Names come from outside: `__proto__` is none. */
export function versionsOf(ring: RingDocument, place: { environment: string; slot: string }): readonly SlotVersion[] {
  const { environments } = ring;
  const environment = Object.hasOwn(environments, place.environment) ? environments[place.environment] : undefined;
  return (environment && Object.hasOwn(environment.slots, place.slot) && environment.slots[place.slot]) || [];
}

export function originsOf({ environments }: RingDocument, environment: string): readonly string[] {
  return (Object.hasOwn(environments, environment) && environments[environment]?.origins) || [];
}

/** Adds the environment when it is not there yet. */
export function environmentOf(ring: RingDocument, environment: string): RingDocument['environments'][string] {
  const known = Object.hasOwn(ring.environments, environment) ? ring.environments[environment] : undefined;
  const entry = known ?? { origins: [], slots: {} };
  ring.environments[environment] = entry;
  return entry;
}
