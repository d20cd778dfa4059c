import { z } from 'zod';
import {
  generatedKinds,
  keyInputSchema,
  publicKeyForms,
  secretKeyForms,
  type FoundKey,
} from '../../shared/model/key.ts';
import type { KeyRing, KeySummary } from '../../shared/model/key-ring.ts';

/** A slot of the profile in an environment. */
export const keyPlaceSchema = z.strictObject({ environment: z.string(), slot: z.string() });
export type KeyPlace = z.infer<typeof keyPlaceSchema>;

/** What was pasted or dropped, and which of the keys found in it is meant. */
const givenKeySchema = z.strictObject({
  input: keyInputSchema,
  /** Of encrypted PKCS#8, PKCS#12 and encrypted PEM. */
  password: z.string().optional(),
  /** `index` of a `FoundKey`. */
  index: z.number().int().min(0),
});

/** Where a new key goes. */
const destinationSchema = z.strictObject({
  label: z.string().max(200),
  /** Absent: into the ring without filling a slot. */
  place: keyPlaceSchema.optional(),
  /** Of an SM2 private key: also fill the slot of its public half (`pairedWith` of the profile). */
  fillPair: z.boolean(),
  /** The slot may be filled already: the new key becomes its newest version. Otherwise that is `key.slotFilled`. */
  rotate: z.boolean(),
});

export const addKeySchema = z.strictObject({ ...givenKeySchema.shape, ...destinationSchema.shape });
export type AddKey = z.infer<typeof addKeySchema>;

export const generateKeySchema = z.strictObject({ kind: z.enum(generatedKinds), ...destinationSchema.shape });
export type GenerateKey = z.infer<typeof generateKeySchema>;

export const examineKeySchema = z.strictObject({
  ...givenKeySchema.omit({ index: true }).shape,
  /** The slot the key is meant for; absent, it is recognised without asking. */
  place: keyPlaceSchema.optional(),
});
export type ExamineKey = z.infer<typeof examineKeySchema>;

export const sessionKeySchema = z.strictObject({ ...givenKeySchema.shape, place: keyPlaceSchema });
export type SessionKey = z.infer<typeof sessionKeySchema>;

export const retireKeySchema = z.strictObject({ id: z.string(), place: keyPlaceSchema, retired: z.boolean() });
export type RetireKey = z.infer<typeof retireKeySchema>;

export const assignKeySchema = z.strictObject({ id: z.string(), place: keyPlaceSchema, rotate: z.boolean() });
export type AssignKey = z.infer<typeof assignKeySchema>;

export const exportPublicSchema = z.strictObject({ id: z.string(), form: z.enum(publicKeyForms) });
export type ExportPublic = z.infer<typeof exportPublicSchema>;

export const exportSecretSchema = z.strictObject({
  id: z.string(),
  form: z.enum(secretKeyForms),
  /** Asked again although the vault is open. */
  passphrase: z.string(),
  /** Absolute; the file is made for this user alone and never replaces another. */
  path: z.string(),
  /** Of `encrypted-pkcs8-pem`. */
  password: z.string().optional(),
});
export type ExportSecret = z.infer<typeof exportSecretSchema>;

export const originSchema = z.strictObject({ environment: z.string(), origin: z.string() });
export type BoundOrigin = z.infer<typeof originSchema>;

/**
 * The keys of the vault and the slots they fill. Nothing that is returned holds a key, `exportPublic` apart, which gives
 * public halves. Errors: `vault.locked`, `vault.none`, `key.unknown`, `key.unknownSlot`, `environment.unknown`,
 * `key.slotFilled`, `key.otherAlgorithmThanSlot`, those of `examineKey`, and those of the vault.
 */
export interface KeyService {
  ring(): KeyRing;
  examine(request: ExamineKey): Promise<readonly FoundKey[]>;
  add(request: AddKey): Promise<KeySummary>;
  generate(request: GenerateKey): Promise<KeySummary>;
  rename(request: { readonly id: string; readonly label: string }): void;
  /** Uses a key of the ring in one more slot. */
  assign(request: AssignKey): void;
  /** Takes a key out of a slot altogether; the key stays in the ring. */
  withdraw(request: { readonly id: string; readonly place: KeyPlace }): void;
  setRetired(request: RetireKey): void;
  /** For good, out of every slot. What was made with it can no longer be opened. */
  remove(id: string): void;
  exportPublic(request: ExportPublic): string;
  /** Throws `vault.wrongPassphrase`, `key.exportForm`, `export.exists`, `export.path`. */
  exportSecret(request: ExportSecret): Promise<{ readonly path: string }>;
  /** Lets the environment's keys be used toward one more origin: the answer to `key.otherOrigin`. */
  allowOrigin(request: BoundOrigin): void;
  disallowOrigin(request: BoundOrigin): void;
  /** Fills a slot until the host stops, without the vault. */
  setSessionKey(request: SessionKey): Promise<FoundKey>;
  clearSessionKey(place: KeyPlace): void;
}
