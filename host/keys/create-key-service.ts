import { proxyPasswordSlot } from '../../shared/profile/transport-slots.ts';
import { randomUUID } from 'node:crypto';
import type { CryptoEngine } from '../../shared/crypto/engine.ts';
import { examineKey, type ExaminedKey } from '../../shared/crypto/keys/examine-key.ts';
import { describeKey } from '../../shared/crypto/keys/describe-key.ts';
import { generateKey } from '../../shared/crypto/keys/generate-key.ts';
import { keyFingerprint } from '../../shared/crypto/keys/key-fingerprint.ts';
import { writePublicKey } from '../../shared/crypto/keys/write-public-key.ts';
import { writeSecretKey } from '../../shared/crypto/keys/write-private-key.ts';
import { bytesFromBase64 } from '../../shared/crypto/encodings/base64.ts';
import type { Bilingual } from '../../shared/bilingual.ts';
import type { FoundKey, KeyInput, KeyMaterial } from '../../shared/model/key.ts';
import { systemRandomBytes } from '../calls/node-inputs.ts';
import type { Vault, VaultEntries } from '../vault/vault.ts';
import {
  boundOrigin,
  boundPlatform,
  notItsPlatform,
  platformScheme,
  proxyOrigin,
  proxyScheme,
} from './bound-origin.ts';
import { requireClientKey } from './client-key.ts';
import { exportFile } from './export-file.ts';
import { slotOf, type KeyEnvironments } from './key-environment.ts';
import { alreadyThere, otherAlgorithm, otherIndex, slotFilled, unknownKey } from './key-refusals.ts';
import type { BoundOrigin, KeyPlace, KeyService } from './key-service.ts';
import type { KeyUseStore } from './key-use-store.ts';
import {
  activeVersion,
  environmentOf,
  keyIds,
  originsOf,
  readKey,
  readRing,
  removeKey,
  versionsOf,
  writeKey,
  writeRing,
  type RingDocument,
  type SlotVersion,
  type StoredKey,
} from './ring-document.ts';
import { summariseKey, summariseRing } from './summarise-ring.ts';
import type { SessionKeys } from './session-keys.ts';

export interface KeyServiceOptions {
  readonly vault: Vault;
  readonly session: SessionKeys;
  readonly uses: KeyUseStore;
  readonly environments: KeyEnvironments;
  readonly engine: CryptoEngine;
  /** Throws `vault.wrongPassphrase`; one passphrase at a time. */
  readonly checkPassphrase: (passphrase: string) => Promise<void>;
  /** Called when a user does something with the keys: the vault is in use, or its time is over. */
  readonly onUse: () => void;
}

const generatedForm: Bilingual = { zh: '在本机生成', en: 'generated here' };

const computedForm: Bilingual = { zh: '由私钥算出', en: 'computed from the private key' };

/** See `KeyService`. */
export function createKeyService(options: KeyServiceOptions): KeyService & { forgetEnvironment(id: string): void } {
  const { vault, session, uses, environments, engine, checkPassphrase, onUse } = options;

  function change<Result>(work: (ring: RingDocument, entries: VaultEntries) => Result): Result {
    onUse();
    return vault.update((entries) => {
      const ring = readRing(entries);
      const result = work(ring, entries);
      writeRing(entries, ring);
      return result;
    });
  }

  function storedKey(id: string): StoredKey {
    onUse();
    const key = keyIds(vault).includes(id) ? readKey(vault, id) : undefined;
    if (!key) throw unknownKey(id);
    return key;
  }

  async function examined(
    { input, password }: { readonly input: KeyInput; readonly password?: string | undefined },
    place: KeyPlace | undefined,
  ): Promise<readonly ExaminedKey[]> {
    const slot = place && slotOf(environments.find(place.environment), place.slot);
    const found = await examineKey('text' in input ? input.text : bytesFromBase64(input.file), {
      engine,
      now: Date.now(),
      ...(password !== undefined && { password }),
      ...(slot && { as: slot.algorithm }),
    });
    return slot ? found.map((key) => requireClientKey(key, slot.name)) : found;
  }

  async function chosen(
    given: { readonly input: KeyInput; readonly password?: string | undefined; readonly index: number },
    place: KeyPlace | undefined,
  ): Promise<ExaminedKey> {
    const all = await examined(given, place);
    const key = all[given.index];
    if (!key) throw otherIndex(given.index, all.length);
    return key;
  }

  /** The same key with the same certificate is one entry, however often it is handed over. */
  function idFor(entries: VaultEntries, key: StoredKey): string {
    const same = (other: StoredKey | undefined): boolean =>
      JSON.stringify(other?.material) === JSON.stringify(key.material);
    const known = keyIds(entries).find((id) => same(readKey(entries, id)));
    if (known !== undefined) return known;
    const id = randomUUID();
    writeKey(entries, id, key);
    return id;
  }

  function fillSlot(ring: RingDocument, { id, place, rotate }: { id: string; place: KeyPlace; rotate: boolean }): void {
    const versions = versionsOf(ring, place);
    const active = activeVersion(versions);
    if (active?.key === id) throw alreadyThere(place);
    if (active && !rotate) throw slotFilled(place);
    const environment = environmentOf(ring, place.environment);
    const former = versions.filter(({ key }) => key !== id);
    environment.slots[place.slot] = [{ key: id, since: Date.now(), retired: false }, ...former];
    environment.origins.push(...firstOrigins(place, environment.origins));
  }

  /**
   * The first key binds the environment to where it points now and to its platform, the first password of a proxy to the proxy
   * that it names now; whatever they are later is asked about.
   */
  function firstOrigins({ environment: id, slot }: KeyPlace, known: readonly string[]): readonly string[] {
    const { url, transport, profile } = environments.find(id);
    const isProxy = (origin: string): boolean => origin.startsWith(proxyScheme);
    if (slot === proxyPasswordSlot) {
      return transport.proxy === undefined || known.some(isProxy) ? [] : [proxyOrigin(transport.proxy)];
    }
    const isFirst = known.every((origin) => isProxy(origin) || isPlatform(origin));
    // What was bound before platforms were is bound to a built-in one.
    const isPlatformFirst = isFirst ? !known.some(isPlatform) : false;
    return [...(isFirst ? [boundOrigin(url)] : []), ...(isPlatformFirst ? [boundPlatform(profile)] : [])];
  }

  /** As a list of what keys are bound to has it. Throws `key.notItsPlatform`. */
  function boundPlace({ environment, origin }: BoundOrigin): string {
    const { profile } = environments.find(environment);
    if (!isPlatform(origin)) return boundOrigin(origin);
    const [named = ''] = origin.slice(platformScheme.length).split('/');
    if (named !== profile.id) throw notItsPlatform({ environment, named, platform: profile.id });
    return boundPlatform(profile);
  }

  /** As with the vault: the first key binds the environment to where it points, and only where nothing is bound yet. */
  function bindSession(place: KeyPlace): void {
    const { environment } = place;
    const bound = vault.state().state === 'open' ? originsOf(readRing(vault), environment) : [];
    for (const origin of firstOrigins(place, [...bound, ...session.origins(environment)])) {
      session.allow(environment, origin);
    }
  }

  interface NewKey {
    readonly key: StoredKey;
    readonly place: KeyPlace | undefined;
    readonly fillPair: boolean;
    readonly rotate: boolean;
  }

  function keep({ key, place, fillPair, rotate }: NewKey): string {
    if (place) requireFit(key.material, place);
    return change((ring, entries) => {
      const id = idFor(entries, key);
      if (!place) return id;
      fillSlot(ring, { id, place, rotate });
      const pair = fillPair ? pairedPlace(place) : undefined;
      if (pair) {
        const half = publicHalf(key);
        const halfId = idFor(entries, half);
        if (activeVersion(versionsOf(ring, pair))?.key !== halfId) fillSlot(ring, { id: halfId, place: pair, rotate });
      }
      return id;
    });
  }

  function requireFit({ algorithm }: KeyMaterial, place: KeyPlace): void {
    const slot = slotOf(environments.find(place.environment), place.slot);
    if (slot.algorithm !== algorithm) throw otherAlgorithm(slot, algorithm);
  }

  function pairedPlace({ environment, slot }: KeyPlace): KeyPlace | undefined {
    const { profile } = environments.find(environment);
    const pair = profile.keySlots.find(({ pairedWith }) => pairedWith === slot);
    return pair && { environment, slot: pair.name };
  }

  function publicHalf(key: StoredKey): StoredKey {
    const { publicKey } = describeKey(key.material, { engine });
    const certificate = 'certificate' in key.material ? key.material.certificate : undefined;
    if (publicKey === undefined) throw new Error('A private key without a public half');
    return {
      ...key,
      form: computedForm,
      material: { algorithm: 'sm2Public', publicKey, ...(certificate !== undefined && { certificate }) },
    };
  }

  function stored(
    material: KeyMaterial,
    about: { readonly label: string; readonly form: Bilingual; readonly origin: StoredKey['origin'] },
  ): StoredKey {
    const label = about.label.trim() === '' ? unnamed(material) : about.label;
    return { ...about, label, createdAt: Date.now(), fingerprint: keyFingerprint(material, { engine }), material };
  }

  function summary(id: string) {
    return summariseKey(id, storedKey(id), { ring: readRing(vault), engine, uses: uses.lastUsed(), now: Date.now() });
  }

  return {
    ring() {
      onUse();
      return summariseRing({ vault, environments: environments.all(), engine, uses: uses.lastUsed(), now: Date.now() });
    },
    examine: async (request) => (await examined(request, request.place)).map(({ found }) => found),
    async add({ label, place, fillPair, rotate, ...given }) {
      // A locked vault is told before a passphrase of the key is worked on.
      vault.names();
      const { material, found } = await chosen(given, place);
      const key = stored(material, { label, form: found.form, origin: 'imported' });
      return summary(keep({ key, place, fillPair, rotate }));
    },
    async generate({ kind, label, place, fillPair, rotate }) {
      vault.names();
      const material = generateKey(kind, { engine, randomBytes: systemRandomBytes });
      const fitting = place
        ? inAlgorithm(material, slotOf(environments.find(place.environment), place.slot).algorithm)
        : material;
      return summary(
        keep({ key: stored(fitting, { label, form: generatedForm, origin: 'generated' }), place, fillPair, rotate }),
      );
    },
    rename({ id, label }) {
      change((_, entries) => {
        // From the file as it is inside the lock: another process may have renamed or removed it.
        const key = keyIds(entries).includes(id) ? readKey(entries, id) : undefined;
        if (!key) throw unknownKey(id);
        writeKey(entries, id, { ...key, label });
      });
    },
    assign({ id, place, rotate }) {
      requireFit(storedKey(id).material, place);
      change((ring) => fillSlot(ring, { id, place, rotate }));
    },
    withdraw({ id, place }) {
      change((ring) => {
        const versions = requireVersion(ring, { id, place });
        environmentOf(ring, place.environment).slots[place.slot] = versions.filter(({ key }) => key !== id);
      });
    },
    setRetired({ id, place, retired }) {
      change((ring) => {
        const versions = requireVersion(ring, { id, place });
        environmentOf(ring, place.environment).slots[place.slot] = versions.map((version) =>
          version.key === id ? { ...version, retired } : version,
        );
      });
    },
    remove(id) {
      storedKey(id);
      change((ring, entries) => {
        removeKey(entries, id);
        for (const { slots } of Object.values(ring.environments)) {
          for (const [slot, versions] of Object.entries(slots)) {
            slots[slot] = versions.filter(({ key }) => key !== id);
          }
        }
      });
      uses.forget(id);
    },
    exportPublic: ({ id, form }) => writePublicKey(storedKey(id).material, form, { engine }),
    async exportSecret({ id, form, passphrase, path, password }) {
      await checkPassphrase(passphrase);
      const text = writeSecretKey(storedKey(id).material, form, {
        engine,
        randomBytes: systemRandomBytes,
        ...(password !== undefined && { password }),
      });
      exportFile(path, text);
      return { path };
    },
    allowOrigin({ environment, origin }) {
      const bound = boundPlace({ environment, origin });
      if (vault.state().state !== 'open') return session.allow(environment, bound);
      change((ring) => {
        const { origins } = environmentOf(ring, environment);
        if (!origins.includes(bound)) origins.push(bound);
      });
    },
    disallowOrigin({ environment, origin }) {
      const bound = boundPlace({ environment, origin });
      session.disallow(environment, bound);
      if (vault.state().state !== 'open') return;
      change((ring) => {
        const origins = originsOf(ring, environment).filter((other) => other !== bound);
        if (origins.length < originsOf(ring, environment).length) environmentOf(ring, environment).origins = origins;
      });
    },
    async setSessionKey({ place, ...given }): Promise<FoundKey> {
      const { material, found } = await chosen(given, place);
      requireFit(material, place);
      session.set(place, { material, fingerprint: found.fingerprint });
      bindSession(place);
      return found;
    },
    clearSessionKey: (place) => session.clear(place),
    forgetEnvironment(id) {
      session.forgetEnvironment(id);
      if (vault.state().state === 'none') return;
      const { environments: bound } = readRing(vault);
      if (!Object.hasOwn(bound, id)) return;
      change((ring) => void delete ring.environments[id]);
    },
  };
}

function requireVersion(ring: RingDocument, { id, place }: { id: string; place: KeyPlace }): readonly SlotVersion[] {
  const versions = versionsOf(ring, place);
  if (!versions.some(({ key }) => key === id)) throw unknownKey(id);
  return versions;
}

/** A name for what nobody named: its kind and the moment, UTC. */
function unnamed({ algorithm }: KeyMaterial): string {
  return `${algorithm} ${new Date().toISOString().slice(0, 16).replace('T', ' ')}`;
}

/** 16 random bytes serve SM4, AES and a shared secret alike. */
function inAlgorithm(material: KeyMaterial, algorithm: KeyMaterial['algorithm']): KeyMaterial {
  const symmetric = (name: string): name is 'sm4' | 'aes' | 'text' => ['sm4', 'aes', 'text'].includes(name);
  return 'text' in material && symmetric(algorithm) ? { ...material, algorithm } : material;
}

const isPlatform = (origin: string): boolean => origin.startsWith(platformScheme);
