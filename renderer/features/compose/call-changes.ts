import type { Call } from '../../../shared/model/call.ts';
import type { Environment } from '../../../shared/model/environment.ts';
import type { Interface, Profile } from '../../../shared/profile/profile.ts';

/** What a user can change about a call, each as a function from the old call to the new one. */

export function lockField(call: Call, { name, value }: { name: string; value: string }): Call {
  return { ...call, header: { ...call.header, [name]: value } };
}

export function unlockField(call: Call, name: string): Call {
  return { ...call, header: without(call.header, name) };
}

/** A convention set to what the environment has anyway is not kept with the call. */
export function setConvention(
  call: Call,
  { name, value, inherited }: { name: string; value: string; inherited: string | undefined },
): Call {
  const conventions = value === inherited ? without(call.conventions, name) : { ...call.conventions, [name]: value };
  return { ...call, conventions };
}

export function addExtraMember(call: Call): Call {
  return { ...call, extraHeader: [...call.extraHeader, { name: '', value: '' }] };
}

export function changeExtraMember(
  call: Call,
  { index, ...change }: { index: number; name?: string; value?: string | null },
): Call {
  return {
    ...call,
    extraHeader: call.extraHeader.map((member, place) => (place === index ? { ...member, ...change } : member)),
  };
}

export function removeExtraMember(call: Call, index: number): Call {
  return { ...call, extraHeader: call.extraHeader.filter((_, place) => place !== index) };
}

/** A call with body and locked fields of a sample. */
export function takeSample(call: Call, { body, header = {} }: Interface['samples'][number]): Call {
  return { ...call, body, header: { ...call.header, ...header } };
}

/** A body that is still a sample of the old interface makes way for one of the new; what was composed stays. */
export function chooseInterface(call: Call, { profile, id }: { profile: Profile; id: string }): Call {
  const samplesOf = (name: string) => profile.interfaces.find((candidate) => candidate.id === name)?.samples ?? [];
  const [sample] = samplesOf(id);
  const former = samplesOf(call.interface);
  const untouched = call.body.trim() === '' || former.some(({ body }) => body === call.body);
  // Fields that the old interface's sample brought mean nothing to another one.
  const brought = former.flatMap(({ header = {} }) => Object.entries(header));
  const header = Object.fromEntries(
    Object.entries(call.header).filter(([name, value]) => !brought.some((one) => one[0] === name && one[1] === value)),
  );
  const chosen = { ...call, interface: id, header };
  return untouched && sample ? takeSample(chosen, sample) : chosen;
}

/** Another platform: what belongs to the old one (interface, conventions, locked fields) cannot be kept. */
export function choosePlatform(
  call: Call,
  { profile, environments }: { profile: Profile; environments: readonly Environment[] },
): Call {
  if (call.platform === profile.id) return call;
  const [first] = profile.interfaces;
  return {
    ...call,
    platform: profile.id,
    interface: first?.id ?? '',
    environment: environments.find(({ platform }) => platform === profile.id)?.id ?? '',
    header: first?.samples[0]?.header ?? {},
    conventions: {},
    extract: {},
    url: '',
    body: first?.samples[0]?.body ?? '{}',
  };
}

/**
 * A platform in place of one that is gone. Where it has the call's interface, as the base of a corrected platform has,
 * all that it knows is kept; otherwise it is another platform.
 */
export function replacePlatform(
  call: Call,
  { profile, environments }: { profile: Profile; environments: readonly Environment[] },
): Call {
  const other = choosePlatform(call, { profile, environments });
  if (!profile.interfaces.some(({ id }) => id === call.interface)) return other;
  const known = (record: Readonly<Record<string, string>>, names: readonly { readonly name: string }[]) =>
    Object.fromEntries(Object.entries(record).filter(([name]) => names.some((one) => one.name === name)));
  return {
    ...call,
    platform: profile.id,
    environment: other.environment,
    header: known(call.header, profile.header),
    conventions: known(call.conventions, profile.conventions),
  };
}

/** Whether two calls are the same to the byte; the order of locked fields and conventions says nothing. */
export function sameCall(left: Call, right: Call): boolean {
  return (
    left.platform === right.platform &&
    left.interface === right.interface &&
    left.environment === right.environment &&
    left.body === right.body &&
    left.url === right.url &&
    sameRecord(left.header, right.header) &&
    sameRecord(left.conventions, right.conventions) &&
    sameRecord(left.variables, right.variables) &&
    sameRecord(left.extract, right.extract) &&
    left.extraHeader.length === right.extraHeader.length &&
    left.extraHeader.every(({ name, value }, index) => {
      const other = right.extraHeader[index];
      return other?.name === name && other.value === value;
    })
  );
}

function sameRecord(left: Readonly<Record<string, string>>, right: Readonly<Record<string, string>>): boolean {
  const names = Object.keys(left);
  return names.length === Object.keys(right).length && names.every((name) => left[name] === right[name]);
}

function without(record: Readonly<Record<string, string>>, name: string): Record<string, string> {
  const { [name]: _, ...others } = record;
  return others;
}
