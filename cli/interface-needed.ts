import type { Profile } from '../shared/profile/profile.ts';
import { usage } from './usage-error.ts';

/** Where the interface says how a message is written, nothing comes of one without it. */
export function interfaceNeeded({ id, interfaces }: Profile): Error {
  const known = interfaces.map((one) => one.id);
  return usage('option.interface', '--interface', [
    `${id} 的报文怎样写由接口决定，请用 --interface 指出：${known.join('、')}。`,
    `How a message of ${id} is written depends on the interface; name it with --interface: ${known.join(', ')}.`,
  ]);
}
