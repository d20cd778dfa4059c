import { HufuError } from '../../shared/hufu-error.ts';
import type { KeySlot, Profile } from '../../shared/profile/profile.ts';
import type { ResolvedKeys } from '../keys/resolve-keys.ts';

/**
 * Sample keys are known to everyone: they go to this machine's simulator and nowhere else. By number and not by name: a
 * name may lead anywhere. Throws `key.sampleOnly`.
 */
export function requireSampleKeysStay({
  profile,
  url,
  resolved,
}: {
  readonly profile: Profile;
  readonly url: string;
  readonly resolved: ResolvedKeys;
}): void {
  if (URL.canParse(url) && new URL(url).hostname === '127.0.0.1') return;
  const sample = resolved.used.find(({ source }) => source === 'sample');
  const slot = profile.keySlots.find(({ name }) => name === sample?.slot);
  if (slot) throw sampleOnly(slot, new URL(url).host);
}

function sampleOnly({ name, title, clause }: KeySlot, host: string): HufuError {
  return new HufuError({
    code: 'key.sampleOnly',
    field: name,
    clause,
    text: {
      zh: `没有发送：${title.zh}（${name}）还是样例密钥，样例密钥人人知道，只用于本机的仿真服务方，不会用来调用 ${host}。请在“密钥”里填入自己的。`,
      en: `Not sent: ${title.en} (${name}) is still the sample key, which everyone knows; it is used toward this machine's simulator only and not toward ${host}. Enter your own under Keys.`,
    },
  });
}
