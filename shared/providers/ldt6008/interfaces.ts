import type { Interface } from '../../profile/profile.ts';

/** Invented people; every number is of the synthetic series 110105 1949-12-31 and carries a right check digit. */
const person = { aac003: '张三', aac002: '11010519491231002X' };

const personProperties = {
  aac003: { type: 'string', title: '姓名', description: 'aac003 姓名（LD/T 6008 6.2.2.1.1 注 1）' },
  aac002: { type: 'string', title: '社会保障号码', description: 'aac002 社会保障号码（LD/T 6008 6.2.2.1.1 注 2）' },
};

const pageProperties = {
  cpage: { type: 'integer', minimum: 1, title: '当前页码', description: 'cpage 当前页码，从 1 起（推断）' },
  rows: { type: 'integer', minimum: 1, title: '每页数量', description: 'rows 每页数量' },
};

function answer(data: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return { type: 'object', required: ['data'], properties: { data } };
}

const listOf = (item: Readonly<Record<string, unknown>>) => ({
  type: 'array',
  items: { type: 'object', properties: item },
});

const cardProperties = {
  ...personProperties,
  aaz502: { type: 'string', title: '社保卡状态', description: 'aaz502 社保卡状态（推断）' },
};
const jobProperties = {
  aab004: { type: 'string', title: '单位名称', description: 'aab004 单位名称（推断）' },
  aac019: { type: 'string', description: 'aac019 含义未知（6.2.2.3.2 示例中为 "1"）' },
  aae030: { type: 'string', title: '开始日期', description: 'aae030 开始日期' },
  aae031: { type: 'string', title: '终止日期', description: 'aae031 终止日期（推断）' },
};

/**
 * The four body shapes of 6.2.2, each as one service. The standard names services only as examples, so their codes
 * are invented here; the simulator answers them all.
 */
export const interfaces = [
  {
    id: 'cardStatus',
    title: { zh: '社会保障卡状态查询', en: 'Status of a social security card' },
    shape: 'object',
    header: { serviceCode: 'S110000Y70PYTjb' },
    clause: '6.2.2.1',
    mark: 'S',
    requestSchema: { type: 'object', required: ['aac003', 'aac002'], properties: personProperties },
    responseSchema: answer({ type: 'object', properties: cardProperties }),
    samples: [{ title: { zh: '一个人', en: 'one person' }, body: JSON.stringify(person, null, 2) }],
  },
  {
    id: 'resume',
    title: { zh: '个人简历查询', en: 'Work history of a person' },
    shape: 'paged',
    header: { serviceCode: 'S110000Y70PPage' },
    clause: '6.2.2.2',
    mark: 'S',
    requestSchema: {
      type: 'object',
      required: ['aac003', 'aac002', 'cpage', 'rows'],
      properties: { ...personProperties, ...pageProperties },
    },
    responseSchema: answer({
      type: 'object',
      required: ['totalCount', 'totalPage', 'list'],
      properties: {
        totalCount: { type: 'integer' },
        totalPage: { type: 'integer' },
        list: listOf({ ...personProperties, ...jobProperties }),
      },
    }),
    samples: [
      {
        title: { zh: '第一页，每页 10 条', en: 'first page of 10' },
        body: JSON.stringify({ ...person, cpage: 1, rows: 10 }, null, 2),
      },
      {
        title: { zh: '第二页，每页 2 条', en: 'second page of 2' },
        body: JSON.stringify({ ...person, cpage: 2, rows: 2 }, null, 2),
      },
    ],
  },
  {
    id: 'cardStatusBatch',
    title: { zh: '社会保障卡状态批量查询', en: 'Status of several cards' },
    shape: 'batch',
    header: { serviceCode: 'S110000Y70PBtch' },
    clause: '6.2.2.3',
    mark: 'S',
    requestSchema: {
      type: 'object',
      required: ['totalCount', 'list'],
      properties: { totalCount: { type: 'integer', title: '总条数' }, list: listOf(personProperties) },
    },
    responseSchema: answer({
      type: 'object',
      properties: { totalCount: { type: 'integer' }, list: listOf(cardProperties) },
    }),
    samples: [
      {
        title: { zh: '两个人', en: 'two people' },
        body: JSON.stringify(
          { totalCount: 2, list: [person, { aac003: '李四', aac002: '110105194912310046' }] },
          null,
          2,
        ),
      },
    ],
  },
  {
    id: 'archive',
    title: { zh: '个人档案查询', en: 'Archive of a person' },
    shape: 'groups',
    header: { serviceCode: 'S110000Y70PGrps' },
    clause: '6.2.2.3.2',
    mark: 'S',
    requestSchema: { type: 'object', required: ['aac003', 'aac002'], properties: personProperties },
    responseSchema: answer({
      type: 'object',
      properties: {
        baseInfo: { type: 'object', properties: personProperties },
        workHistory: { type: 'object', properties: { totalCount: { type: 'integer' }, list: listOf(jobProperties) } },
      },
    }),
    samples: [{ title: { zh: '一个人', en: 'one person' }, body: JSON.stringify(person, null, 2) }],
  },
] as const satisfies readonly Interface[];
