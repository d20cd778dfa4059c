import type { HeaderField } from '../../profile/profile.ts';
import { services } from './interface-ids.ts';

const id = {
  title: { zh: '账户标识', en: 'Account id' },
  presence: { request: 'required' },
  length: { atMost: 64 },
  clause: '6.2–6.5',
} as const;
const token = {
  title: { zh: '身份认证信息', en: 'Authentication' },
  presence: { request: 'required' },
  rule: { rule: 'secret', slot: 'accessToken' },
  length: { atMost: 512 },
  clause: '6.2–6.5',
} as const;
const name = {
  zh: '标准要求账户标识和身份认证信息两项；英文名 accountId、accessToken 是假定。',
  en: 'The standard has an account id and an authentication; their English names accountId and accessToken are assumed.',
};
const parent = {
  zh: '上位标准 GB/T 36906 的实现里放在 head 中，名为 accessId、accessToken。',
  en: 'Implementations of the parent standard GB/T 36906 have them in head as accessId and accessToken.',
};

export const header = [
  {
    name: 'accountId',
    ...id,
    when: { interface: services, credentials: ['flat'] },
    rule: { rule: 'environment' },
    mark: 'A',
    note: name,
  },
  { name: 'accessToken', ...token, when: { interface: services, credentials: ['flat'] }, mark: 'A', note: name },
  {
    name: 'accessId',
    ...id,
    when: { interface: services, credentials: ['head'] },
    rule: { rule: 'environment', value: 'accountId' },
    mark: 'F',
    note: parent,
  },
  { name: 'accessToken', ...token, when: { interface: services, credentials: ['head'] }, mark: 'F', note: parent },
  {
    name: 'accountId',
    ...id,
    when: { interface: services, credentials: ['http'] },
    carrier: 'http',
    rule: { rule: 'environment' },
    mark: 'A',
    note: name,
  },
  {
    name: 'accessToken',
    ...token,
    when: { interface: services, credentials: ['http'] },
    carrier: 'http',
    mark: 'A',
    note: name,
  },
  {
    name: 'file',
    title: { zh: '文件标识', en: 'File' },
    presence: { request: 'required' },
    when: { interface: ['file'] },
    carrier: 'path',
    rule: { rule: 'byHand' },
    length: { atMost: 128 },
    clause: '6.3',
    mark: 'A',
    note: {
      zh: '假定：真实平台返回完整的下载地址；这里取仿真平台答复里的 fileId。',
      en: "Assumed: a real platform answers a whole address; here it is the fileId of the simulator's answer.",
    },
  },
  {
    name: 'status',
    title: { zh: '状态码', en: 'Status' },
    presence: { response: 'required' },
    when: { interface: services },
    rule: { rule: 'byHand' },
    length: { atMost: 8 },
    codes: 'status',
    clause: '6.3.2',
    mark: 'S',
  },
  {
    name: 'message',
    title: { zh: '状态说明', en: 'Message' },
    presence: { response: 'required' },
    when: { interface: services },
    rule: { rule: 'byHand' },
    length: { atMost: 500 },
    clause: '6.3.2',
    mark: 'F',
  },
] as const satisfies readonly HeaderField[];
