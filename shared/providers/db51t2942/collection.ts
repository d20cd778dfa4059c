import type { SampleFolder, SampleRequest } from '../collection.ts';
import { interfaces } from './interfaces.ts';
import { certificates, expiredFile } from './register.ts';

const id = (name: string): string => `sample/db51t2942/${name}`;
const json = (value: object): string => JSON.stringify(value, null, 2);
const used = { useCause: '01' };

function refusedBy(state: string, title: string, en: string): SampleRequest {
  const found = certificates.find((one) => one.state === state);
  return {
    id: id(`fails/${state}`),
    title: { zh: title, en },
    note: { zh: `状态 ${state}。`, en: `Status ${state}.` },
    interface: 'dataById',
    body: json({ certificateIdentifier: found?.certificateIdentifier ?? '', ...used }),
  };
}

export const collection: readonly SampleFolder[] = [
  {
    name: '四川电子证照',
    title: { zh: '四川电子证照 DB51/T 2942', en: 'Sichuan licences DB51/T 2942' },
    folded: true,
    folders: [
      {
        name: '流程-检索到下载',
        title: { zh: '流程：检索、信息、下载', en: 'Flow: search, data, download' },
        note: {
          zh: '检索得到的证照标识交给后面的请求。',
          en: 'The identifier that was found goes into the requests behind.',
        },
        requests: [
          {
            id: id('flow/search'),
            title: { zh: '1 证照检索', en: '1 Search' },
            note: { zh: '取出第一张的证照标识。', en: 'Takes the first identifier.' },
            interface: 'search',
            extract: { certificateIdentifier: '/dataList/0/certificateIdentifier' },
          },
          {
            id: id('flow/data'),
            title: { zh: '2 获取证照信息', en: '2 Data' },
            note: { zh: '元数据与照面数据。', en: 'Metadata and face.' },
            interface: 'dataById',
            body: json({ certificateIdentifier: '{{certificateIdentifier}}', ...used }),
          },
          {
            id: id('flow/file'),
            title: { zh: '3 申请下载', en: '3 Ask for the file' },
            note: { zh: '得到下载地址；取出文件标识。', en: 'Answers an address; takes the file id.' },
            interface: 'fileById',
            body: json({ certificateIdentifier: '{{certificateIdentifier}}', ...used }),
            extract: { file: '/dataList/0/fileId' },
          },
          {
            id: id('flow/download'),
            title: { zh: '4 下载文件', en: '4 Download' },
            note: { zh: '一页 PDF；地址十分钟后失效。', en: 'A PDF of one page; its address ends after ten minutes.' },
            interface: 'file',
            header: { file: '{{file}}' },
          },
        ],
      },
      {
        name: '其他接口',
        title: { zh: '其他接口', en: 'Other interfaces' },
        requests: interfaces
          .filter(({ id: name }) => !['search', 'dataById', 'fileById', 'file'].includes(name))
          .map(({ id: name, title, clause }) => ({
            id: id(`other/${name}`),
            title,
            note: { zh: `对应 ${clause}。`, en: `See ${clause}.` },
            interface: name,
          })),
      },
      {
        name: '故意失败',
        title: { zh: '故意失败的调用', en: 'Calls that fail on purpose' },
        requests: [
          {
            id: id('fails/10'),
            title: { zh: '没有匹配的证照', en: 'No match' },
            note: { zh: '状态 10。', en: 'Status 10.' },
            interface: 'search',
            body: json({ certificateHolderCode: '11010519491231010X', ...used }),
          },
          {
            id: id('fails/11'),
            title: { zh: '账户不对', en: 'Wrong account' },
            note: { zh: '状态 11。', en: 'Status 11.' },
            interface: 'search',
            header: { accountId: 'somebody-else' },
          },
          {
            id: id('fails/token'),
            title: { zh: '身份认证信息不对', en: 'Wrong accessToken' },
            note: {
              zh: '状态 11；平时 accessToken 取自密钥槽。',
              en: 'Status 11; usually accessToken comes from its key slot.',
            },
            interface: 'search',
            header: { accessToken: 'not-the-token' },
          },
          {
            id: id('fails/12'),
            title: { zh: '没有申请理由', en: 'No reason given' },
            note: { zh: '状态 12。', en: 'Status 12.' },
            interface: 'search',
            body: json({ certificateHolderCode: '11010519491231002X' }),
          },
          {
            id: id('fails/13'),
            title: { zh: '证照类型不存在', en: 'No such type' },
            note: { zh: '状态 13。', en: 'Status 13.' },
            interface: 'fileByHolder',
            body: json({ certificateHolderCode: '11010519491231002X', certificateType: 'X', ...used }),
          },
          refusedBy('21', '已注销的证照', 'Revoked'),
          refusedBy('22', '已过期的证照', 'Expired'),
          refusedBy('23', '受限使用的证照', 'Restricted'),
          {
            id: id('fails/file'),
            title: { zh: '下载地址已过期', en: 'Expired address of a file' },
            note: { zh: '没有给文件，给的是说明。', en: 'No file comes, but a message that says why.' },
            interface: 'file',
            header: { file: expiredFile },
          },
          {
            id: id('fails/names'),
            title: { zh: '成员名写法不同', en: 'Other case of names' },
            note: {
              zh: '这边大写开头，对方读不到账户：状态 11。',
              en: 'This side begins names with capitals, the other finds no account: status 11.',
            },
            interface: 'search',
            conventions: { names: 'Pascal' },
          },
        ],
      },
    ],
  },
];
