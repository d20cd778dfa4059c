import type { CryptoEngine } from '../crypto/engine.ts';
import { hexFromBytes } from '../crypto/encodings/hex.ts';
import { noFields, writeRequest } from '../pipeline/messages.ts';
import { codeChecks } from '../codes/checks.ts';
import { codeTables } from '../codes/tables.ts';
import { checkField } from '../profile/check-header.ts';
import { resolveConventions } from '../profile/conventions.ts';
import { environmentFields } from '../profile/environment-fields.ts';
import type { HeaderField, KeySlot, Profile } from '../profile/profile.ts';
import type { ProviderSample } from '../providers/provider.ts';
import { sampleKeys } from '../providers/sample-keys.ts';

interface SampleOptions {
  /** Of the built-in platform that it is based on. */
  readonly base: ProviderSample | undefined;
  readonly engine: CryptoEngine;
}

/**
 * Values and keys toward the simulator that nobody chose: those of the platform it is based on, what the profile says
 * itself, else values of the right form and keys made from the names of their slots. They are everyone's and protect nothing.
 */
export function sampleOf(profile: Profile, { base, engine }: SampleOptions): ProviderSample {
  const given = { ...base?.values, ...profile.sampleValues };
  const values = Object.fromEntries(
    environmentFields(profile).map((field) => [field.name, given[field.name] ?? valueOf(field)]),
  );
  const missing = profile.keySlots.filter(
    ({ name, algorithm }) => algorithm !== 'sm2Public' && base?.keys[name] === undefined,
  );
  const withKeys = (form: KeyForm): Readonly<Record<string, string>> => ({
    ...base?.keys,
    ...Object.fromEntries(missing.map((slot) => [slot.name, keyOf(slot, { profile, engine, form })])),
  });
  // Which form a key takes is said by options of the steps: the first form that these take.
  const fitting = keyForms.find((form) => takes(profile, { keys: withKeys(form), values, engine })) ?? keyForms[0];
  return { values, keys: withKeys(fitting) };
}

type KeyForm = 'hex16' | 'text16' | 'hex32' | 'text32' | 'hex24' | 'text24';
const keyForms: readonly [KeyForm, ...KeyForm[]] = ['hex16', 'text16', 'hex32', 'text32', 'hex24', 'text24'];

function keyOf(
  { name, algorithm }: KeySlot,
  { profile, engine, form }: { readonly profile: Profile; readonly engine: CryptoEngine; readonly form: KeyForm },
): string {
  const hex = hexFromBytes(engine.sm3(new TextEncoder().encode(`hufu sample ${profile.id} ${name}`)));
  if (algorithm === 'text') return `sample-${name}`;
  // Below the order of the curve, whatever the digest is.
  if (algorithm === 'sm2Private') return `0${hex.slice(1)}`;
  const bytes = Number(form.slice(-2));
  return hex.slice(0, form.startsWith('hex') ? bytes * 2 : bytes);
}

interface Trying {
  readonly keys: Readonly<Record<string, string>>;
  readonly values: Readonly<Record<string, string>>;
  readonly engine: CryptoEngine;
}

/** Whether no step of a request says that a key is of the wrong form. */
function takes(profile: Profile, { keys, values, engine }: Trying): boolean {
  return profile.interfaces.slice(0, 3).every(({ id, header, samples }) => {
    const { trace } = writeRequest({
      profile,
      interface: id,
      conventions: resolveConventions(profile, {}),
      body: samples[0]?.body ?? '{}',
      inputs: {
        engine,
        keys: sampleKeys({ profile, keys }, engine),
        clock: 0,
        nonce: '0'.repeat(24),
        serial: '1',
        randomBytes: (length) => new Uint8Array(length).fill(7),
        now: () => 0,
        fields: { ...noFields, environment: values, interface: header },
      },
    });
    return !trace.findings.some(({ code }) => code.startsWith('key.'));
  });
}

/** A value that the field's own checks take, if one of the plain ones does. */
function valueOf(field: HeaderField): string {
  if (field.check !== undefined) return codeChecks[field.check].synthetic((length) => new Uint8Array(length));
  if (field.codes !== undefined && field.codes !== 'status') return codeTables[field.codes].entries()[0]?.code ?? '';
  const length = 'exactly' in field.length ? field.length.exactly : Math.min(field.length.atMost, 8);
  const candidates = ['A', '1', 'a', '0'].map((character) => character.repeat(length));
  return candidates.find((value) => checkField(field, value).length === 0) ?? candidates[0] ?? '';
}
