import { HufuError } from '../../shared/hufu-error.ts';
import type { KeyAlgorithm } from '../../shared/model/key.ts';
import type { KeySlot } from '../../shared/profile/profile.ts';
import type { KeyPlace } from './key-service.ts';

export function unknownKey(id: string): HufuError {
  return new HufuError({
    code: 'key.unknown',
    text: {
      zh: `密钥环里没有编号为“${id}”的密钥，可能已被删除。`,
      en: `There is no key "${id}" in the ring; it may have been removed.`,
    },
  });
}

export function otherIndex(index: number, count: number): HufuError {
  return new HufuError({
    code: 'key.unknownIndex',
    text: {
      zh: `要的是第 ${index + 1} 把密钥，输入里只有 ${count} 把。`,
      en: `Key number ${index + 1} is asked for and the input holds ${count}.`,
    },
  });
}

export function slotFilled({ environment, slot }: KeyPlace): HufuError {
  return new HufuError({
    code: 'key.slotFilled',
    field: slot,
    text: {
      zh: `环境“${environment}”的密钥槽 ${slot} 已有密钥；要换成新的，请用“轮换”，旧的仍可打开以前的报文。`,
      en: `Slot ${slot} of environment "${environment}" is filled; to put a new key in its place, rotate it: the former one goes on opening older messages.`,
    },
  });
}

export function alreadyThere({ environment, slot }: KeyPlace): HufuError {
  return new HufuError({
    code: 'key.alreadyThere',
    field: slot,
    text: {
      zh: `环境“${environment}”的密钥槽 ${slot} 用的就是这把密钥，没有改动。`,
      en: `Slot ${slot} of environment "${environment}" is filled by this very key; nothing was changed.`,
    },
  });
}

const algorithmNames: Readonly<Record<KeyAlgorithm, { readonly zh: string; readonly en: string }>> = {
  sm4: { zh: 'SM4 密钥', en: 'an SM4 key' },
  aes: { zh: 'AES 密钥', en: 'an AES key' },
  text: { zh: '秘密文本', en: 'a secret text' },
  sm2Private: { zh: 'SM2 私钥', en: 'an SM2 private key' },
  sm2Public: { zh: 'SM2 公钥', en: 'an SM2 public key' },
};

export function otherAlgorithm(slot: KeySlot, found: KeyAlgorithm): HufuError {
  const [wanted, given] = [algorithmNames[slot.algorithm], algorithmNames[found]];
  return new HufuError({
    code: 'key.otherAlgorithmThanSlot',
    field: slot.name,
    clause: slot.clause,
    text: {
      zh: `密钥槽 ${slot.name}（${slot.title.zh}）要的是${wanted.zh}，给的是${given.zh}。`,
      en: `Slot ${slot.name} (${slot.title.en}) takes ${wanted.en}; ${given.en} was given.`,
    },
  });
}
