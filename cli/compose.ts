import type { PreparedCall } from '../host/calls/prepared-call.ts';
import { readAgreement, readBody, type Agreement, type ComposeOptions } from './message-options.ts';
import { usage } from './usage-error.ts';

export interface Composed extends Agreement {
  readonly call: PreparedCall;
}

/** A call from the options of the command line. Fields that the profile does not have are sent behind the others. */
export async function composeCall(options: ComposeOptions, url: string): Promise<Composed> {
  const agreement = await readAgreement(options.platform, options);
  const { profile } = agreement.provider;
  const chosen = profile.interfaces.find(({ id }) => id === options.interface);
  if (options.interface !== undefined && !chosen) {
    const known = profile.interfaces.map(({ id }) => id);
    throw usage('interface.unknown', '--interface', [
      `${profile.id} 没有名为“${options.interface}”的接口，有：${known.join('、')}。`,
      `${profile.id} has no interface named "${options.interface}"; it has ${known.join(', ')}.`,
    ]);
  }
  const known = new Set(profile.header.map(({ name }) => name));
  const given = Object.entries(options.set);
  return {
    ...agreement,
    call: {
      profile,
      conventions: agreement.conventions,
      keys: agreement.keys,
      body: readBody(options),
      url,
      fields: {
        environment: {},
        interface: chosen?.header ?? {},
        locked: Object.fromEntries(given.filter(([name]) => known.has(name))),
        extra: given.filter(([name]) => !known.has(name)).map(([name, value]) => ({ name, value })),
      },
    },
  };
}
