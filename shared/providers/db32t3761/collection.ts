import type { SampleFolder } from '../collection.ts';
import { interfaces } from './interfaces.ts';

const id = (name: string): string => `sample/db32t3761/${name}`;

function scan(change: Readonly<Record<string, string>>): string {
  const body = JSON.parse(interfaces.find((one) => one.id === 'scan')?.samples[0]?.body ?? '{}') as object;
  return JSON.stringify({ ...body, ...change }, null, 2);
}

export const collection: readonly SampleFolder[] = [
  {
    name: '苏康码',
    title: { zh: '苏康码 DB32/T 3761.46', en: 'Health code DB32/T 3761.46' },
    folded: true,
    folders: [
      {
        name: '流程-亮码与核验',
        title: { zh: '流程：令牌、亮码、扫码', en: 'Flow: token, page, scan' },
        note: { zh: '令牌得到后由会话带到后面的请求。', en: 'The session carries the token to the requests behind.' },
        requests: [
          {
            id: id('flow/token'),
            title: { zh: '1 生成用户令牌', en: '1 Token' },
            note: { zh: 'sign = MD5(appmark + appword + time)。', en: 'sign = MD5(appmark + appword + time).' },
            interface: 'token',
          },
          {
            id: id('flow/page'),
            title: { zh: '2 亮码页面', en: '2 Page' },
            note: {
              zh: '答复是网页；地址带 token 和 uuid。',
              en: 'The answer is a page; its address carries token and uuid.',
            },
            interface: 'page',
          },
          {
            id: id('flow/scan'),
            title: { zh: '3 扫码核验', en: '3 Scan' },
            note: { zh: '表单报文，绿码。', en: 'A form; green.' },
            interface: 'scan',
          },
        ],
      },
      {
        name: '证件号码核验',
        title: { zh: '证件号码核验', en: 'By identity number' },
        requests: [
          {
            id: id('identity'),
            title: { zh: '证件号码核验', en: 'Identity number' },
            note: {
              zh: 'HTTP 头 auth 和文本报文体各用一把 AES 密钥加密。',
              en: 'The HTTP header auth and the text body are encrypted under a key each.',
            },
            interface: 'identity',
          },
        ],
      },
      {
        name: '故意失败',
        title: { zh: '故意失败的调用', en: 'Calls that fail on purpose' },
        requests: [
          {
            id: id('fails/expired'),
            title: { zh: '过期的码', en: 'Expired code' },
            note: { zh: 'resCode 111。', en: 'resCode 111.' },
            interface: 'scan',
            body: scan({ url: 'https://code.example/skm?c=expired' }),
          },
          {
            id: id('fails/other-code'),
            title: { zh: '不是苏康码', en: 'Another code' },
            note: { zh: 'resCode 112。', en: 'resCode 112.' },
            interface: 'scan',
            body: scan({ url: 'https://other.example/' }),
          },
          {
            id: id('fails/permission'),
            title: { zh: '核验人没有权限', en: 'No permission' },
            note: { zh: 'resCode 116。', en: 'resCode 116.' },
            interface: 'scan',
            body: scan({ verifierPhone: '00000000116' }),
          },
          {
            id: id('fails/update'),
            title: { zh: '信息需要更新', en: 'Must be updated' },
            note: { zh: 'resCode 119。', en: 'resCode 119.' },
            interface: 'scan',
            body: scan({ url: 'https://code.example/skm?c=update' }),
          },
          {
            id: id('fails/nobody'),
            title: { zh: '查无此人', en: 'Nobody' },
            note: { zh: '失败时 data 是明文。', en: 'On failure data is in clear.' },
            interface: 'identity',
            body: JSON.stringify(
              { userid: '110105194912310089', name: '无名氏', organizeLocation: '南京', applyType: '1' },
              null,
              2,
            ),
          },
        ],
      },
    ],
  },
];
