import type { Call } from '../../shared/model/call.ts';
import type { RequestFolder, SavedRequest } from '../../shared/model/workspace.ts';
import { ldt6008 } from '../../shared/providers/ldt6008/profile.ts';

/** Made for this sample and of use nowhere else: the embedded simulator holds the same ones. */
export const sampleKeys: Readonly<Record<string, string>> = {
  sm4Key: '1234567890123456',
  secret: 'hufu-sample-secret',
  callerPrivateKey: '0b1d2e3f405162738495a6b7c8d9eafb0c1d2e3f405162738495a6b7c8d9eafb',
  providerPrivateKey: '1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d5e6f708192a3b4c5d6e7f809',
};

export const sampleEnvironment = {
  id: 'simulator',
  platform: 'ldt6008',
  title: { zh: '仿真环境', en: 'Simulator' },
  values: { appCode: 'B100000KJGK' },
  conventions: {},
} as const;

function sampleBody(id: string, index = 0): string {
  return ldt6008.interfaces.find((candidate) => candidate.id === id)?.samples[index]?.body ?? '{}';
}

type SampleRequest = Omit<SavedRequest, 'call'> & { readonly call: Partial<Call> & Pick<Call, 'interface'> };

function request({ call, ...rest }: SampleRequest): SavedRequest {
  return {
    ...rest,
    call: {
      platform: 'ldt6008',
      environment: sampleEnvironment.id,
      header: {},
      extraHeader: [],
      body: sampleBody(call.interface),
      conventions: {},
      url: '',
      ...call,
    },
  };
}

/** What a newcomer finds: each body shape once, and calls that fail in the ways that cost days. */
export const sampleFolders: readonly RequestFolder[] = [
  {
    title: { zh: '业务协同平台 LD/T 6008', en: 'Collaboration platform LD/T 6008' },
    platform: 'ldt6008',
    requests: [
      request({
        id: 'sample/card-status',
        title: { zh: '社会保障卡状态查询', en: 'Card status' },
        note: {
          zh: '对象请求（6.2.2.1）：按下发送即可看到解密后的姓名。',
          en: 'Object request (6.2.2.1): press send and read the decrypted name.',
        },
        call: { interface: 'cardStatus' },
      }),
      request({
        id: 'sample/resume',
        title: { zh: '个人简历 · 分页', en: 'Work history, paged' },
        note: { zh: '分页请求（6.2.2.2）：cpage 与 rows。', en: 'Paged request (6.2.2.2): cpage and rows.' },
        call: { interface: 'resume' },
      }),
      request({
        id: 'sample/card-status-batch',
        title: { zh: '社保卡状态 · 批量', en: 'Card status, batch' },
        note: { zh: '批量请求（6.2.2.3）：totalCount 与 list。', en: 'Batch request (6.2.2.3): totalCount and list.' },
        call: { interface: 'cardStatusBatch' },
      }),
      request({
        id: 'sample/archive',
        title: { zh: '个人档案 · 多组结果', en: 'Archive, several groups' },
        note: { zh: '一次返回多组结果（6.2.2.3.2）。', en: 'One answer with several groups (6.2.2.3.2).' },
        call: { interface: 'archive' },
      }),
      request({
        id: 'sample/rare-characters',
        title: { zh: '生僻字 · 𠮷野', en: 'Rare characters, 𠮷野' },
        note: {
          zh: '姓名在基本多文种平面之外，四字节 UTF-8，应逐字节不变。',
          en: 'A name outside the Basic Multilingual Plane, four bytes in UTF-8, must survive to the byte.',
        },
        call: {
          interface: 'cardStatus',
          body: JSON.stringify({ aac003: '𠮷野', aac002: '110105194912310062' }, null, 2),
        },
      }),
    ],
  },
  {
    title: { zh: '故意失败的调用', en: 'Calls that fail on purpose' },
    platform: 'ldt6008',
    requests: [
      request({
        id: 'sample/fails/time-name',
        title: { zh: '签名字段名不同', en: 'Another name in the string' },
        note: {
          zh: '这边签 serviceReqTime，对方签 timestamp：状态 30。把“待签名串中的时间名”改回 timestamp 就通过。',
          en: 'This side signs serviceReqTime, the other signs timestamp: status 30. Set the name of the time back to timestamp and it passes.',
        },
        call: { interface: 'cardStatus', conventions: { timeSigned: 'serviceReqTime' } },
      }),
      request({
        id: 'sample/fails/key-reading',
        title: { zh: '密钥读法不同', en: 'Key read in another way' },
        note: {
          zh: '这边把密钥当口令取 MD5，对方按 16 个字符读：状态 40。',
          en: 'This side takes the MD5 of the key, the other reads 16 characters: status 40.',
        },
        call: { interface: 'cardStatus', conventions: { sm4Key: 'md5' } },
      }),
      request({
        id: 'sample/fails/nonce-reuse',
        title: { zh: 'Nonce 重放（连发两次）', en: 'Replayed nonce (send twice)' },
        note: {
          zh: '随机数锁定为同一个值：第一次成功，15 分钟内再发一次得到状态 30（7.1.1.2 注 1）。',
          en: 'The nonce is locked to one value: the first call succeeds, a second within 15 minutes gets status 30 (7.1.1.2 note 1).',
        },
        call: { interface: 'cardStatus', header: { nonce: 'dbea7d58e3014126897614c8' } },
      }),
      request({
        id: 'sample/fails/business',
        title: { zh: '业务失败', en: 'Business failure' },
        note: {
          zh: '签名和解密都对，业务系统拒绝：状态 10，响应体是明文。',
          en: 'Signature and decryption are right, the business system refuses: status 10, body in clear.',
        },
        call: {
          interface: 'cardStatus',
          body: JSON.stringify({ aac003: '业务失败', aac002: '11010519491231010X' }, null, 2),
        },
      }),
    ],
  },
];
