import type { SampleFolder } from '../collection.ts';
import { interfaces } from './interfaces.ts';
import { codePrefix, expiredToken } from './register.ts';

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
            extract: { uuid: '/uuid' },
          },
          {
            id: id('flow/page'),
            title: { zh: '2 亮码页面', en: '2 Page' },
            note: {
              zh: '答复是网页；地址带 token 和 uuid，可显示为二维码。打开页面才生成码，码五分钟后过期（假定）。',
              en: 'The answer is a page; its address carries token and uuid and can be shown as a QR code. Opening it makes the code, which lives five minutes (assumed).',
            },
            interface: 'page',
          },
          {
            id: id('flow/scan'),
            title: { zh: '3 扫码核验', en: '3 Scan' },
            note: {
              zh: '表单报文；url 是扫到的全文，这里是上一步页面里的码。',
              en: 'A form; url is the whole text that was scanned, here the code of the page before.',
            },
            interface: 'scan',
            body: scan({ url: `${codePrefix}{{uuid}}` }),
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
            body: scan({ url: `${codePrefix}expired` }),
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
            id: id('fails/permission-118'),
            title: { zh: '核验单位没有权限', en: 'No permission for a department' },
            note: {
              zh: 'resCode 118；与 116 的区别没有公开。',
              en: 'resCode 118; what sets it apart from 116 is not public.',
            },
            interface: 'scan',
            body: scan({ verifierPhone: '00000000118' }),
          },
          {
            id: id('fails/update'),
            title: { zh: '信息需要更新', en: 'Must be updated' },
            note: { zh: 'resCode 119。', en: 'resCode 119.' },
            interface: 'scan',
            body: scan({ url: `${codePrefix}update` }),
          },
          {
            id: id('fails/token'),
            title: { zh: '令牌已过期', en: 'Expired token' },
            note: {
              zh: 'resCode 1，tip 说明原因。令牌锁定为一个过期的，所以不会自动换新。',
              en: 'resCode 1 with the reason in tip. The token is locked to one that has ended, so none is fetched.',
            },
            interface: 'scan',
            header: { token: expiredToken },
          },
          {
            id: id('fails/page'),
            title: { zh: '亮码的令牌已过期', en: 'A page without a valid token' },
            note: {
              zh: 'HTTP 正常，页面里写着令牌已过期：按页面的措辞认出（假定）。',
              en: 'HTTP is fine and the page says that the token has expired: told by its wording (assumed).',
            },
            interface: 'page',
            header: { token: expiredToken },
          },
          {
            id: id('fails/missing'),
            title: { zh: '缺少必填参数', en: 'A missing parameter' },
            note: { zh: 'resCode 1：没有核验位置 position。', en: 'resCode 1: position is missing.' },
            interface: 'scan',
            body: scan({ position: '' }),
          },
          {
            id: id('fails/appmark'),
            title: { zh: '应用标识没有登记', en: 'An unknown application' },
            note: {
              zh: '返回码表没有公开，仿真系统写 SIMULATOR。',
              en: 'The codes are not public; the simulator says SIMULATOR.',
            },
            interface: 'token',
            header: { appmark: 'somebody-else' },
          },
          {
            id: id('fails/sign'),
            title: { zh: '签名写成大写', en: 'Signature in capitals' },
            note: {
              zh: '值相同，只是大小写不同：对方按字面比较。',
              en: 'The same value in other letters: the other side compares texts.',
            },
            interface: 'token',
            conventions: { signatureEncoding: 'HEX' },
          },
          {
            id: id('fails/mode'),
            title: { zh: '分组模式不同', en: 'Another block mode' },
            note: {
              zh: '这边用全零向量的 CBC，对方按 ECB 解密。第一块密文恰好相同，所以短的 auth 通过，报文体不通过。',
              en: 'This side has CBC with an IV of zeros, the other decrypts by ECB. The first block comes out the same, so the short auth passes and the body does not.',
            },
            interface: 'identity',
            conventions: { mode: 'CBC' },
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
