import { createHash } from 'node:crypto';
import { HufuError } from '../../shared/hufu-error.ts';
import type { Profile } from '../../shared/profile/profile.ts';
import { builtInProviders } from '../../shared/providers/providers.ts';
import { parseHttpProxy } from '../transport/http-proxy.ts';
import { requireUrl } from '../transport/prepare-request.ts';

/** Begins the origin of a proxy, which no address of a call can have: what may go to one says nothing of the other. */
export const proxyScheme = 'proxy://';

/**
 * What a key is bound to: scheme, host and port, so that a call in clear does not pass for one over TLS. 127.0.0.1 is one
 * origin at any port: simulators take a free one at each start. `proxy://host:port` is a proxy. Throws `transport.badUrl`,
 * `transport.proxy`.
 */
export function boundOrigin(url: string): string {
  if (url.startsWith(proxyScheme)) return proxyOrigin(`http://${url.slice(proxyScheme.length)}`);
  const { protocol, hostname, origin } = requireUrl(url);
  return hostname === '127.0.0.1' ? `${protocol}//127.0.0.1` : origin;
}

/** Begins what no address can be either: a platform that the keys may be used by. */
export const platformScheme = 'platform://';

/**
 * What decides how a platform uses keys, as one more thing that they are bound to: its id, and for a platform of one's own, whose
 * file may come from anywhere, a digest over its key slots, header, steps and session as well.
 */
export function boundPlatform({ id, keySlots, header, steps, session }: Profile): string {
  if (builtInProviders.known(id)) return `${platformScheme}${id}`;
  const uses = JSON.stringify({ keySlots, header, steps, session });
  return `${platformScheme}${id}/${createHash('sha256').update(uses).digest('hex').slice(0, 16)}`;
}

/** Whether keys that are bound to these may be used by a platform. Vaults of before know of no platforms: built-in ones may. */
export function isBoundPlatform(bound: readonly string[], profile: Profile): boolean {
  const platforms = bound.filter((one) => one.startsWith(platformScheme));
  const platform = boundPlatform(profile);
  if (platforms.length === 0 && builtInProviders.known(profile.id)) return true;
  return platforms.includes(platform);
}

/** What the password of a proxy is bound to: its host and port. Throws `transport.proxy`. */
export function proxyOrigin(proxy: string): string {
  return `${proxyScheme}${parseHttpProxy(proxy).name}`;
}

/** The question behind it is the user's: both places are named, and nothing was sent. */
export function otherOrigin(place: {
  readonly environment: string;
  readonly bound: readonly string[];
  readonly origin: string;
}): HufuError {
  const { environment, bound, origin } = place;
  if (origin.startsWith(proxyScheme)) return otherProxy(place);
  const zh = bound.length === 0 ? '还没有确认过任何地址' : `只用于 ${bound.join('、')}`;
  const en = bound.length === 0 ? 'are bound to no address yet' : `are bound to ${bound.join(', ')}`;
  return new HufuError({
    code: 'key.otherOrigin',
    text: {
      zh: `没有发送：环境“${environment}”的密钥${zh}，而这次要发往 ${origin}。确实要让这些密钥用于 ${origin} 吗？`,
      en: `Not sent: the keys of environment "${environment}" ${en}, and this call goes to ${origin}. Are these keys really to be used toward ${origin}?`,
    },
  });
}

/** The question behind it is the user's: nothing was sent. */
export function otherPlatform({
  environment,
  platform,
}: {
  readonly environment: string;
  readonly platform: string;
}): HufuError {
  return new HufuError({
    code: 'key.otherPlatform',
    text: {
      zh: `没有发送：环境“${environment}”的密钥没有让平台“${platform}”使用过，或者它的报文头、步骤或密钥槽在那之后改过。确实要让“${platform}”按现在的样子使用这些密钥吗？`,
      en: `Not sent: the keys of environment "${environment}" were not given to the platform "${platform}", or its header, steps or key slots have changed since. Is "${platform}", as it is now, really to use these keys?`,
    },
  });
}

/** What is allowed is what is named, whatever the environment's file says by now. */
export function notItsPlatform(place: {
  readonly environment: string;
  readonly named: string;
  readonly platform: string;
}): HufuError {
  const { environment, named, platform } = place;
  return new HufuError({
    code: 'key.notItsPlatform',
    field: 'platform',
    text: {
      zh: `环境“${environment}”的平台是“${platform}”，不是“${named}”；没有改动。`,
      en: `The platform of environment "${environment}" is "${platform}" and not "${named}"; nothing was changed.`,
    },
  });
}

function otherProxy({ environment, origin }: { readonly environment: string; readonly origin: string }): HufuError {
  const proxy = origin.slice(proxyScheme.length);
  return new HufuError({
    code: 'key.otherProxy',
    field: 'proxy',
    text: {
      zh: `没有发送：环境“${environment}”的代理现在是 ${proxy}，而代理的密码不是为它存的。确实要把密码交给 ${proxy} 吗？`,
      en: `Not sent: the proxy of environment "${environment}" is ${proxy} now, and the password of the proxy was not entered for it. Is the password really to be given to ${proxy}?`,
    },
  });
}
