import { HufuError } from '../../shared/hufu-error.ts';
import { requireUrl } from '../transport/prepare-request.ts';

/**
 * What a key is bound to: scheme, host and port, so that a call in clear does not pass for one over TLS. 127.0.0.1 is one
 * origin at any port: simulators take a free one at each start. Throws `transport.badUrl`.
 */
export function boundOrigin(url: string): string {
  const { protocol, hostname, origin } = requireUrl(url);
  return hostname === '127.0.0.1' ? `${protocol}//127.0.0.1` : origin;
}

/** The question behind it is the user's: both places are named, and nothing was sent. */
export function otherOrigin(place: {
  readonly environment: string;
  readonly bound: readonly string[];
  readonly origin: string;
}): HufuError {
  const { environment, bound, origin } = place;
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
