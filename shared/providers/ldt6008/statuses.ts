import type { StatusTable } from '../../profile/profile.ts';

/** commStatus of Table 2. The meanings are printed; what to do about them is ours. */
export const statuses = {
  field: 'commStatus',
  success: '00',
  words: ['busiStatus', 'msg'],
  clause: '6.2.1.3.3',
  codes: [
    {
      code: '00',
      meaning: { zh: '业务成功', en: 'business success' },
      advice: { zh: '响应已按约定处理。', en: 'The response was processed as agreed.' },
    },
    {
      code: '10',
      meaning: { zh: '业务失败', en: 'business failure' },
      advice: {
        zh: '签名与解密都已通过；看 busiStatus 和 msg，再核对报文体的查询条件。',
        en: 'Signature and decryption were accepted; read busiStatus and msg, then check the conditions in the body.',
      },
    },
    {
      code: '20',
      meaning: { zh: '系统错误', en: 'system error' },
      advice: {
        zh: '服务方内部出错；把 serviceReqId 交给服务方查日志。',
        en: 'The provider failed inside; give its engineers the serviceReqId.',
      },
    },
    {
      code: '30',
      meaning: { zh: '签名失败', en: 'signature refused' },
      advice: {
        zh: '先核对签名算法和签名的编码，再比较待签名串：时间的名字（timestamp 或 serviceReqTime）、随机数是否参与、排序、签名范围；然后查共享秘密、密钥、SM2 用户标识；随机数 15 分钟内不能重复使用。',
        en: 'Check the algorithm and the encoding of the signature, then compare the string to sign: name of the time (timestamp or serviceReqTime), whether the nonce is in it, order, scope; then secret, key and SM2 user identifier; a nonce may not be used again for 15 minutes.',
      },
    },
    {
      code: '40',
      meaning: { zh: '解密失败', en: 'decryption failed' },
      advice: {
        zh: '核对密钥及其读法（16 个字符还是 32 位十六进制）、模式、填充、密文编码；SM2 核对 C1C3C2 次序和 04 前缀。',
        en: 'Check the key and how it is read (16 characters or 32 hex digits), mode, padding, encoding of the ciphertext; for SM2 the order C1C3C2 and the prefix 04.',
      },
    },
    {
      code: '50',
      meaning: { zh: '权限不足', en: 'not permitted' },
      advice: {
        zh: '请平台管理员核对该 appCode 是否已获授权调用这个接口（5.4）。',
        en: 'Ask the administrators of the platform whether this appCode may call this service (5.4).',
      },
    },
    {
      code: '90',
      meaning: { zh: '其他错误', en: 'other error' },
      advice: {
        zh: '多为报文格式、接口编码不存在或流水号重复；看 msg 和报文头的提示。',
        en: 'Mostly a malformed message, an unknown service code or a repeated serial; read msg and the findings about the header.',
      },
    },
  ],
} as const satisfies StatusTable;
