import type { Convention } from '../../profile/profile.ts';

export const conventions = [
  {
    name: 'dataFields',
    title: { zh: '照面数据 data_fields 的写法', en: 'How data_fields is written' },
    values: [
      { value: 'object', title: { zh: 'JSON 对象', en: 'a JSON object' } },
      { value: 'singleQuoted', title: { zh: '单引号 JSON 字符串', en: 'a string of single-quoted JSON' } },
      { value: 'json', title: { zh: 'JSON 字符串', en: 'a string of JSON' } },
    ],
    when: { interface: ['create', 'update', 'change', 'issue'] },
    group: 'body',
    clause: '6.4',
    mark: 'P',
    note: {
      zh: '公开客户端在制证、变更时发对象；提取证照时平台返回单引号 JSON 的字符串。界面上总显示为对象。',
      en: 'Public clients send an object when they create or change; the platform answers a string of single-quoted JSON when a licence is fetched. On screen it is always an object.',
    },
  },
  {
    name: 'dataFieldsAnswered',
    title: { zh: '返回的 data_fields', en: 'data_fields in answers' },
    values: [
      { value: 'singleQuoted', title: { zh: '单引号或双引号 JSON 字符串', en: 'a string of JSON with either quotes' } },
      { value: 'object', title: { zh: 'JSON 对象', en: 'a JSON object' } },
    ],
    when: { interface: ['getLicense'] },
    group: 'response',
    clause: '6.7 (G.3)',
    mark: 'P',
    note: {
      zh: '见过的返回都是字符串；标准的正文没有取得。',
      en: 'All answers that were seen have a string; the text of the standard is not at hand.',
    },
  },
] as const satisfies readonly Convention[];
