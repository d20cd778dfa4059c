import type { CryptoEngine } from '../../shared/crypto/engine.ts';
import { certificateDates } from '../../shared/crypto/keys/certificate-dates.ts';
import { describeKey } from '../../shared/crypto/keys/describe-key.ts';
import { symmetricTextFinding } from '../../shared/crypto/keys/symmetric-text-finding.ts';
import { weakKeyFinding } from '../../shared/crypto/keys/weak-key-finding.ts';
import type { Finding } from '../../shared/finding.ts';
import type { KeyDescription, KeyMaterial } from '../../shared/model/key.ts';
import type { KeyRing, KeySummary, KeyUse, SlotKeys } from '../../shared/model/key-ring.ts';
import { readingConvention } from '../../shared/profile/reading-convention.ts';
import { resolveConventions } from '../../shared/profile/conventions.ts';
import type { KeySlot } from '../../shared/profile/profile.ts';
import type { Vault } from '../vault/vault.ts';
import { platformScheme } from './bound-origin.ts';
import { slotsOf, type KeyEnvironment } from './key-environment.ts';
import {
  activeVersion,
  keyIds,
  originsOf,
  readKey,
  readRing,
  versionsOf,
  type RingDocument,
  type SlotVersion,
  type StoredKey,
} from './ring-document.ts';

interface About {
  readonly engine: CryptoEngine;
  /** Last use by id. */
  readonly uses: ReadonlyMap<string, number>;
  readonly now: number;
}

/** The whole ring without a single key in it. */
export function summariseRing({
  vault,
  environments,
  ...about
}: About & { readonly vault: Vault; readonly environments: readonly KeyEnvironment[] }): KeyRing {
  const ring = readRing(vault);
  const keys = keyIds(vault).flatMap((id) => {
    const key = readKey(vault, id);
    return key ? [summariseKey(id, key, { ring, ...about })] : [];
  });
  const byId = new Map(keys.map((key) => [key.id, key]));
  return {
    keys: keys.toSorted((one, other) => one.label.localeCompare(other.label, 'zh')),
    environments: environments.map((environment) => ({
      environment: environment.id,
      origins: originsOf(ring, environment.id).filter((origin) => !origin.startsWith(platformScheme)),
      slots: slotsOf(environment).map((slot): SlotKeys => {
        const versions = versionsOf(ring, { environment: environment.id, slot: slot.name });
        return {
          slot: slot.name,
          versions: versions.map(({ key }) => key),
          findings: slotFindings(slot, { environment, ring, byId }),
        };
      }),
    })),
  };
}

export function summariseKey(
  id: string,
  key: StoredKey,
  { ring, engine, uses, now }: About & { readonly ring: RingDocument },
): KeySummary {
  const { label, origin, createdAt, form, fingerprint, material } = key;
  const description = describeKey(material, { engine });
  const lastUsedAt = uses.get(id);
  return {
    ...description,
    form,
    fingerprint,
    id,
    label,
    origin,
    createdAt,
    ...(lastUsedAt !== undefined && { lastUsedAt }),
    uses: usesOf(id, ring),
    findings: keyFindings(material, { ...description, now }),
  };
}

function keyFindings(
  material: KeyMaterial,
  { certificate, reading, now }: Pick<KeyDescription, 'certificate' | 'reading'> & { readonly now: number },
): readonly Finding[] {
  const found = [certificate && certificateDates(certificate, { now })];
  if (material.algorithm === 'sm4' || material.algorithm === 'aes') {
    found.push(weakKeyFinding(material.text, 'notice'));
    found.push(symmetricTextFinding(material.text, reading));
  }
  return found.filter((finding) => finding !== undefined);
}

function usesOf(id: string, { environments }: RingDocument): readonly KeyUse[] {
  return Object.entries(environments).flatMap(([environment, { slots }]) =>
    Object.entries(slots).flatMap(([slot, versions]) =>
      versions
        .filter(({ key }) => key === id)
        .map((version): KeyUse => ({ environment, slot, since: version.since, state: stateOf(version, versions) })),
    ),
  );
}

function stateOf(version: SlotVersion, versions: readonly SlotVersion[]): KeyUse['state'] {
  if (version.retired) return 'retired';
  return activeVersion(versions) === version ? 'active' : 'former';
}

interface Surroundings {
  readonly environment: KeyEnvironment;
  readonly ring: RingDocument;
  readonly byId: ReadonlyMap<string, KeySummary>;
}

function slotFindings(slot: KeySlot, surroundings: Surroundings): readonly Finding[] {
  const key = activeKey(slot.name, surroundings);
  if (!key) return [];
  return [
    pairFinding(slot, key, surroundings),
    samePairFinding(slot, key, surroundings),
    readingFinding(slot, key, surroundings.environment),
  ].filter((finding) => finding !== undefined);
}

function activeKey(slot: string, { environment, ring, byId }: Surroundings): KeySummary | undefined {
  const version = activeVersion(versionsOf(ring, { environment: environment.id, slot }));
  return version && byId.get(version.key);
}

/** Both halves of a pair have one fingerprint. */
function pairFinding(slot: KeySlot, key: KeySummary, surroundings: Surroundings): Finding | undefined {
  if (slot.pairedWith === undefined) return undefined;
  const other = activeKey(slot.pairedWith, surroundings);
  if (!other || other.fingerprint === key.fingerprint) return undefined;
  return {
    code: 'key.pairMismatch',
    severity: 'error',
    field: slot.name,
    clause: slot.clause,
    message: {
      zh: `这把公钥（指纹 ${key.fingerprint}）与 ${slot.pairedWith} 的私钥（指纹 ${other.fingerprint}）不是一对。`,
      en: `This public key (fingerprint ${key.fingerprint}) and the private key in ${slot.pairedWith} (fingerprint ${other.fingerprint}) are not a pair.`,
    },
  };
}

/** The classic mistake of an exchange: one's own public key where the other side's belongs. */
function samePairFinding(slot: KeySlot, key: KeySummary, surroundings: Surroundings): Finding | undefined {
  if (slot.pairedWith === undefined) return undefined;
  const others = surroundings.environment.profile.keySlots.filter(
    ({ algorithm, name }) => algorithm === 'sm2Private' && name !== slot.pairedWith,
  );
  const same = others.find(({ name }) => activeKey(name, surroundings)?.fingerprint === key.fingerprint);
  if (!same) return undefined;
  return {
    code: 'key.samePair',
    severity: 'warning',
    field: slot.name,
    clause: slot.clause,
    message: {
      zh: `这把公钥与“${same.title.zh}”是一对：${slot.title.zh}应由对方提供，像是填了自己的。`,
      en: `This public key belongs to "${same.title.en}": ${slot.title.en} comes from the other side, and this looks like one's own.`,
    },
  };
}

function readingFinding(slot: KeySlot, key: KeySummary, { profile, conventions }: KeyEnvironment): Finding | undefined {
  const convention = readingConvention(profile, slot.name);
  if (convention === undefined || (slot.algorithm !== 'sm4' && slot.algorithm !== 'aes')) return undefined;
  const agreed = resolveConventions(profile, conventions)[convention.name];
  if (agreed === key.reading || agreed === 'md5') return undefined;
  return {
    code: 'key.readingDiffers',
    severity: 'warning',
    field: slot.name,
    clause: convention.clause,
    message: {
      zh: `${key.reading === undefined ? '这把密钥' : `这把密钥的写法是 ${key.reading}，`}按环境的约定 ${convention.name} = ${String(agreed)} 读不出 16 字节，现在不能用；请改约定或换密钥的写法。`,
      en: `This key${key.reading === undefined ? '' : `, written as ${key.reading},`} gives no 16 bytes under the environment's convention ${convention.name} = ${String(agreed)} and cannot be used now; change the convention or the key's form.`,
    },
  };
}
