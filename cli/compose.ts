import type { PreparedCall } from '../host/calls/prepared-call.ts';
import { readAgreement, readBody, type Agreement, type ComposeOptions } from './message-options.ts';
import { inLanguage } from './language.ts';
import { say } from './output.ts';
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
  const further = given.map(([name]) => name).filter((name) => !known.has(name));
  if (further.length > 0) {
    say(
      inLanguage({
        zh: `注意：${profile.id} 的报文头没有 ${further.join('、')}，作为附加成员发送（也参与签名）。它的字段是：${[...known].join('、')}。`,
        en: `Note: the header of ${profile.id} has no ${further.join(', ')}; sent as a further member, and signed. Its fields are ${[...known].join(', ')}.`,
      }),
    );
  }
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
