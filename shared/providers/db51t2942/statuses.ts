import type { StatusTable } from '../../profile/profile.ts';

const entry = (code: string, zh: string, en: string, advice: readonly [string, string]) => ({
  code,
  meaning: { zh, en },
  advice: { zh: advice[0], en: advice[1] },
});

/** 0, 11, 12 and 24 stand in 6.3.2 (S, the wording of 24 is cut); the others are those of the parent standard (F). */
export const statuses = {
  field: 'status',
  success: '0',
  words: ['message'],
  clause: '6.3.2',
  codes: [
    entry('0', '成功', 'success', ['接口调用成功。', 'The call succeeded.']),
    entry('10', '未找到匹配的证照信息', 'no matching licence', [
      '核对持证主体代码和证照类型。',
      'Check holder and type.',
    ]),
    entry('11', '身份验证失败', 'not authenticated', [
      '核对 accountId 与 accessToken，以及它们放在哪里（约定“账户与认证信息放在哪里”）。',
      'Check accountId and accessToken and where they travel (convention credentials).',
    ]),
    entry('12', '必填参数为空', 'a required parameter is empty', [
      '核对必填项、成员名的写法和业务参数放在哪里（约定里可改）。',
      'Check what is required and how names are written (conventions names, bodyPlace).',
    ]),
    entry('13', '证照类型不存在或未发布', 'no such type of licence', [
      '核对证照类型代码。',
      'Check the code of the type.',
    ]),
    entry('21', '证照已废止或已注销', 'revoked', ['不能再用。', 'It cannot be used any more.']),
    entry('22', '证照已过期', 'expired', ['请持证人换证。', 'The holder needs a new one.']),
    entry('23', '证照已受限使用', 'restricted', ['向颁发机构了解限制。', 'Ask the issuer about the restriction.']),
    entry(
      '24',
      '申请下载的证照数……（标准原文此处不全）',
      'the number of licences asked for … (cut in the text at hand)',
      ['原文不全，含义请向平台确认。', 'Its wording is cut; ask the platform.'],
    ),
  ],
} as const satisfies StatusTable;

export const fileStatuses = {
  field: 'page',
  success: 'file',
  words: ['message'],
  clause: '6.3',
  codes: [
    entry('file', '收到文件', 'a file came', [
      '内容以 Base64 写在报文体 page 里。',
      'It stands in the body as page, in Base64.',
    ]),
    entry('refused', '没有给文件', 'no file was given', [
      '看报文体里的说明：下载地址会过期，重新申请下载。',
      'Read what the body says: addresses end; ask for the file again.',
    ]),
  ],
} as const satisfies StatusTable;
