import type { SampleFolder, SampleRequest } from '../collection.ts';
import { refusedCaller } from './register.ts';

function sample(
  id: string,
  {
    call,
    ...words
  }: Pick<SampleRequest, 'title' | 'note'> & { readonly call: Omit<SampleRequest, 'id' | 'title' | 'note'> },
): SampleRequest {
  return { id: `sample/${id}`, ...words, ...call };
}

function json(body: object): string {
  return JSON.stringify(body, null, 2);
}

const person = { aac003: '张三', aac002: '11010519491231002X' };

const bodyShapes: readonly SampleFolder[] = [
  {
    name: '对象',
    title: { zh: '对象请求（6.2.2.1）', en: 'Object requests (6.2.2.1)' },
    requests: [
      sample('card-status', {
        title: { zh: '社会保障卡状态查询', en: 'Card status' },
        note: {
          zh: '对象请求（6.2.2.1）：按下发送即可看到解密后的姓名。',
          en: 'Object request (6.2.2.1): press send and read the decrypted name.',
        },
        call: { interface: 'cardStatus' },
      }),
      sample('rare-characters', {
        title: { zh: '生僻字 · 𠮷野', en: 'Rare characters, 𠮷野' },
        note: {
          zh: '姓名在基本多文种平面之外，四字节 UTF-8，应逐字节不变。',
          en: 'A name outside the Basic Multilingual Plane, four bytes in UTF-8, must survive to the byte.',
        },
        call: { interface: 'cardStatus', body: json({ aac003: '𠮷野', aac002: '110105194912310062' }) },
      }),
    ],
  },
  {
    name: '分页',
    title: { zh: '分页请求（6.2.2.2）', en: 'Paged requests (6.2.2.2)' },
    requests: [
      sample('resume', {
        title: { zh: '个人简历 · 分页', en: 'Work history, paged' },
        note: { zh: '分页请求（6.2.2.2）：cpage 与 rows。', en: 'Paged request (6.2.2.2): cpage and rows.' },
        call: { interface: 'resume' },
      }),
    ],
  },
  {
    name: '批量',
    title: { zh: '批量请求（6.2.2.3）', en: 'Batch requests (6.2.2.3)' },
    requests: [
      sample('card-status-batch', {
        title: { zh: '社保卡状态 · 批量', en: 'Card status, batch' },
        note: { zh: '批量请求（6.2.2.3）：totalCount 与 list。', en: 'Batch request (6.2.2.3): totalCount and list.' },
        call: { interface: 'cardStatusBatch' },
      }),
    ],
  },
  {
    name: '多组结果',
    title: { zh: '多组结果（6.2.2.3.2）', en: 'Several groups (6.2.2.3.2)' },
    requests: [
      sample('archive', {
        title: { zh: '个人档案 · 多组结果', en: 'Archive, several groups' },
        note: { zh: '一次返回多组结果（6.2.2.3.2）。', en: 'One answer with several groups (6.2.2.3.2).' },
        call: { interface: 'archive' },
      }),
    ],
  },
];

const variables: SampleFolder = {
  name: '变量',
  title: { zh: '变量', en: 'Variables' },
  note: {
    zh: '这个文件夹给出 {{姓名}} 和 {{证件号码}}，里面的请求都能用；请求自己的值优先。',
    en: 'This folder gives {{姓名}} and {{证件号码}} to the requests in it; a value of the request itself goes first.',
  },
  variables: { 姓名: person.aac003, 证件号码: person.aac002 },
  requests: [
    sample('variables', {
      title: { zh: '用文件夹的变量查询', en: 'Query with the folder’s variables' },
      note: {
        zh: '报文体里写 {{姓名}}、{{证件号码}}，发送前换成文件夹里的值。',
        en: 'The body says {{姓名}} and {{证件号码}}; the folder’s values take their place before sending.',
      },
      call: { interface: 'cardStatus', body: json({ aac003: '{{姓名}}', aac002: '{{证件号码}}' }) },
    }),
  ],
};

const failures: SampleFolder = {
  name: '故意失败的调用',
  title: { zh: '故意失败的调用', en: 'Calls that fail on purpose' },
  requests: [
    sample('fails/time-name', {
      title: { zh: '签名字段名不同', en: 'Another name in the string' },
      note: {
        zh: '这边签 serviceReqTime，对方签 timestamp：状态 30。把“待签名串中的时间名”改回 timestamp 就通过。',
        en: 'This side signs serviceReqTime, the other signs timestamp: status 30. Set the name of the time back to timestamp and it passes.',
      },
      call: { interface: 'cardStatus', conventions: { timeSigned: 'serviceReqTime' } },
    }),
    sample('fails/order', {
      title: { zh: '参数没有排序', en: 'Parameters not sorted' },
      note: {
        zh: '这边按发送顺序拼接，对方按参数名的 ASCII 排序：状态 30。',
        en: 'This side joins the parameters as they are sent, the other sorts them by name: status 30.',
      },
      call: { interface: 'cardStatus', conventions: { order: 'asSent' } },
    }),
    sample('fails/digest', {
      title: { zh: '签名算法不同', en: 'Another algorithm' },
      note: {
        zh: '这边用 MD5，对方用 SM3：状态 30。签名的长度（32 位与 64 位）就能看出来。',
        en: 'This side takes MD5, the other SM3: status 30. The length of the signature (32 or 64 characters) gives it away.',
      },
      call: { interface: 'cardStatus', conventions: { digest: 'MD5' } },
    }),
    sample('fails/key-reading', {
      title: { zh: '密钥读法不同', en: 'Key read in another way' },
      note: {
        zh: '这边把密钥当口令取 MD5，对方按 16 个字符读：状态 40。',
        en: 'This side takes the MD5 of the key, the other reads 16 characters: status 40.',
      },
      call: { interface: 'cardStatus', conventions: { sm4Key: 'md5' } },
    }),
    sample('fails/mode', {
      title: { zh: '分组模式不同', en: 'Another block mode' },
      note: {
        zh: '这边用 CBC 加密，对方按 ECB 解密：签名对，解密失败，状态 40。',
        en: 'This side encrypts with CBC, the other decrypts with ECB: the signature is right, decryption fails, status 40.',
      },
      call: { interface: 'cardStatus', conventions: { sm4Mode: 'CBC' } },
    }),
    sample('fails/padding', {
      title: { zh: '填充方式不同', en: 'Another padding' },
      note: {
        zh: '这边补零，对方按 PKCS#7 去填充：状态 40。',
        en: 'This side pads with zeros, the other takes off PKCS#7: status 40.',
      },
      call: { interface: 'cardStatus', conventions: { sm4Padding: 'zero' } },
    }),
    sample('fails/nonce-reuse', {
      title: { zh: 'Nonce 重放（连发两次）', en: 'Replayed nonce (send twice)' },
      note: {
        zh: '随机数锁定为同一个值：第一次成功，15 分钟内再发一次得到状态 30（7.1.1.2 注 1）。',
        en: 'The nonce is locked to one value: the first call succeeds, a second within 15 minutes gets status 30 (7.1.1.2 note 1).',
      },
      call: { interface: 'cardStatus', header: { nonce: 'dbea7d58e3014126897614c8' } },
    }),
    sample('fails/app-code', {
      title: { zh: '信息系统编码少一位', en: 'appCode one character short' },
      note: {
        zh: 'appCode 应为 11 位（6.2.1.2.1），这里只有 10 位：对方按报文头不合格式拒绝，状态 90。',
        en: 'appCode has 11 characters (6.2.1.2.1) and here only 10: refused for its header, status 90.',
      },
      call: { interface: 'cardStatus', header: { appCode: 'B100000KJG' } },
    }),
    sample('fails/caller', {
      title: { zh: '调用方未获授权', en: 'A caller without permission' },
      note: {
        zh: 'appCode 合格但没有授权：状态 50。',
        en: 'The appCode is well formed and nobody authorised it: status 50.',
      },
      call: { interface: 'cardStatus', header: { appCode: refusedCaller } },
    }),
    sample('fails/missing', {
      title: { zh: '缺少必填字段', en: 'A missing field' },
      note: {
        zh: '没有 serviceAreaCode（6.2.1.2.1 必填）：对方按报文头不合格式拒绝，状态 90。',
        en: 'serviceAreaCode is missing (required by 6.2.1.2.1): refused for its header, status 90.',
      },
      call: { interface: 'cardStatus', header: { serviceAreaCode: '' } },
    }),
    sample('fails/variable', {
      title: { zh: '变量没有值', en: 'A variable without a value' },
      note: {
        zh: '{{不存在}} 没有值：发送之前就报告，不会变成空字符串发出去。',
        en: '{{不存在}} has no value: that is reported before anything is sent, and no empty text goes out.',
      },
      call: { interface: 'cardStatus', body: json({ ...person, aac003: '{{不存在}}' }) },
    }),
    sample('fails/json', {
      title: { zh: '报文体不是 JSON', en: 'A body that is no JSON' },
      note: {
        zh: '少了一个引号：指出行和列，不发送，也不消耗流水号。',
        en: 'A quote is missing: line and column are told, nothing is sent and no serial is used up.',
      },
      call: { interface: 'cardStatus', body: '{\n  "aac003": "张三,\n  "aac002": "11010519491231002X"\n}' },
    }),
    sample('fails/business', {
      title: { zh: '业务失败', en: 'Business failure' },
      note: {
        zh: '签名和解密都对，业务系统拒绝：状态 10，响应体是明文。',
        en: 'Signature and decryption are right, the business system refuses: status 10, body in clear.',
      },
      call: { interface: 'cardStatus', body: json({ aac003: '业务失败', aac002: '11010519491231010X' }) },
    }),
    sample('fails/system', {
      title: { zh: '系统错误', en: 'System error' },
      note: {
        zh: '签名和解密都对，业务系统发生异常：状态 20，稍后再试。',
        en: 'Signature and decryption are right, the business system failed: status 20, try again later.',
      },
      call: { interface: 'cardStatus', body: json({ aac003: '系统错误', aac002: '110105194912310126' }) },
    }),
  ],
};

/** The four body shapes of 6.2.2, variables, and calls that fail on purpose in each instructive way. */
export const collection: readonly SampleFolder[] = [
  {
    name: '业务协同平台',
    title: { zh: '业务协同平台 LD/T 6008', en: 'Collaboration platform LD/T 6008' },
    folders: [...bodyShapes, variables],
  },
  failures,
];
