/** A small register of invented people for the simulator. Numbers are of one synthetic series and check out. */
export interface Person {
  readonly aac002: string;
  readonly aac003: string;
  /** Status of the card. */
  readonly aaz502: string;
  readonly jobs: readonly Job[];
  /** What the provider answers of this person, so that the status can be seen: 10 refused, 20 its system fails. */
  readonly trouble?: '10' | '20';
}

export interface Job {
  readonly aab004: string;
  readonly aac019: string;
  readonly aae030: string;
  readonly aae031: string;
}

function job(aab004: string, aae030: string, aae031: string): Job {
  return { aab004, aac019: '1', aae030, aae031 };
}

const register: readonly Person[] = [
  {
    aac002: '11010519491231002X',
    aac003: '张三',
    aaz502: '1',
    jobs: [
      job('北京示例一公司', '2010年03月01日', '2013年03月01日'),
      job('杭州示例二公司', '2013年03月01日', '2015年03月01日'),
      job('成都示例三公司', '2015年03月02日', '2019年06月30日'),
    ],
  },
  {
    aac002: '110105194912310046',
    aac003: '李四',
    aaz502: '2',
    jobs: [job('青岛示例四公司', '2008年07月01日', '2020年12月31日')],
  },
  { aac002: '110105194912310062', aac003: '𠮷野', aaz502: '1', jobs: [] },
  {
    aac002: '110105194912310089',
    aac003: '葛󠄀示例',
    aaz502: '1',
    jobs: [job('南京示例五公司', '2001年01月01日', '2001年12月31日')],
  },
  { aac002: '11010519491231010X', aac003: '业务失败', aaz502: '9', jobs: [], trouble: '10' },
  { aac002: '110105194912310126', aac003: '系统错误', aaz502: '9', jobs: [], trouble: '20' },
];

/** A system that no service has authorised, so that commStatus 50 can be seen. */
export const refusedCaller = 'B100000XXXX';

export function findPerson(name: string | undefined, number: string | undefined): Person | undefined {
  return register.find(({ aac002, aac003 }) => aac002 === number && aac003 === name);
}
