import type { PreparedCall } from '../host/calls/prepared-call.ts';
import { readBody, type ComposeOptions } from './message-options.ts';
import { inLanguage } from './language.ts';
import { say } from './output.ts';
import type { EnvironmentAgreement } from './with-agreement.ts';
import { usage } from './usage-error.ts';

/** A call from the options of the command line. Fields that the profile does not have are sent behind the others. */
export function composeCall(options: ComposeOptions, agreement: EnvironmentAgreement, url: string): PreparedCall {
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
    profile,
    conventions: agreement.conventions,
    keys: agreement.keys,
    keyProblems: agreement.keyProblems,
    body: readBody(options),
    url,
    fields: {
      environment: agreement.environment?.values ?? {},
      interface: chosen?.header ?? {},
      locked: Object.fromEntries(given.filter(([name]) => known.has(name))),
      extra: given.filter(([name]) => !known.has(name)).map(([name, value]) => ({ name, value })),
    },
  };
}
