import type { Bilingual } from '../../bilingual.ts';
import { memberOf, scalarText, type JsonNode } from '../../json/json-node.ts';
import { interfaces } from './interfaces.ts';
import { findPerson, type Person } from './register.ts';

export interface BusinessAnswer {
  readonly commStatus: '00' | '10' | '20';
  readonly busiStatus: string;
  readonly msg: Bilingual;
  /** Value of `body.data`. */
  readonly data: object;
}

const success = { commStatus: '00', busiStatus: '001', msg: { zh: '成功', en: 'success' } } as const;

/** What the provider's business system answers to a body in clear: by the shapes of 6.2.2, told apart by its members. */
export function answerBusiness(serviceCode: string, body: JsonNode): BusinessAnswer {
  const list = memberOf(body, 'list');
  if (list?.type === 'array') return answerBatch(list.items);

  const person = personOf(body);
  if (person?.trouble) {
    const msg =
      person.trouble === '10'
        ? { zh: '业务系统拒绝办理（演示）', en: 'the business system refuses (a demonstration)' }
        : { zh: '业务系统发生异常（演示）', en: 'the business system failed (a demonstration)' };
    return { commStatus: person.trouble, busiStatus: person.trouble === '10' ? '003' : '', msg, data: {} };
  }
  const page = wholeNumber(memberOf(body, 'cpage'));
  const rows = wholeNumber(memberOf(body, 'rows'));
  if (page !== undefined && rows !== undefined) return answerPage(person, { page, rows });
  if (!person) return { ...success, busiStatus: '002', msg: { zh: '未查到记录', en: 'no record was found' }, data: {} };
  if (serviceCode === archiveCode) return { ...success, data: archiveOf(person) };
  return { ...success, data: cardOf(person) };
}

const archiveCode: string | undefined = interfaces.find(({ shape }) => shape === 'groups')?.header.serviceCode;

function answerBatch(items: readonly JsonNode[]): BusinessAnswer {
  // Answers stand in the order of the requests: 6.2.2.3 gives no other way to tell which belongs to which.
  const list = items.map((item) => {
    const person = personOf(item);
    return person
      ? cardOf(person)
      : {
          aac002: scalarText(memberOf(item, 'aac002')) ?? '',
          aac003: scalarText(memberOf(item, 'aac003')) ?? '',
          aaz502: '',
        };
  });
  return { ...success, data: { totalCount: list.length, list } };
}

function answerPage(person: Person | undefined, { page, rows }: { page: number; rows: number }): BusinessAnswer {
  if (page < 1 || rows < 1) {
    const msg = { zh: 'cpage 与 rows 应为从 1 起的整数', en: 'cpage and rows must be whole numbers from 1' };
    return { commStatus: '10', busiStatus: '004', msg, data: {} };
  }
  const jobs = person?.jobs ?? [];
  const list = jobs
    .slice((page - 1) * rows, page * rows)
    .map(({ aab004, aae031 }) => ({ aac002: person?.aac002, aac003: person?.aac003, aab004, aae031 }));
  return { ...success, data: { totalCount: jobs.length, totalPage: Math.ceil(jobs.length / rows), list } };
}

function archiveOf(person: Person): object {
  const { aac002, aac003, jobs } = person;
  return { baseInfo: { aac002, aac003 }, workHistory: { totalCount: jobs.length, list: jobs } };
}

function cardOf({ aac002, aac003, aaz502 }: Person): object {
  return { aac002, aac003, aaz502 };
}

function personOf(conditions: JsonNode): Person | undefined {
  return findPerson(scalarText(memberOf(conditions, 'aac003')), scalarText(memberOf(conditions, 'aac002')));
}

function wholeNumber(node: JsonNode | undefined): number | undefined {
  const text = scalarText(node);
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}
