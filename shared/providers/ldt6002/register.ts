/** Invented people; numbers of one synthetic series whose check digits are right. */
export interface Person {
  readonly aac002: string;
  readonly aac003: string;
  readonly aab004: string;
}

export const people: readonly Person[] = [
  { aac002: '11010519491231002X', aac003: '张三', aab004: '北京示例一公司' },
  { aac002: '110105194912310046', aac003: '李四', aab004: '青岛示例四公司' },
  { aac002: '110105194912310062', aac003: '𠮷野', aab004: '成都示例三公司' },
];

/** One that has ended, so that its refusal can be seen without waiting two hours. */
export const expiredToken = 'demo-expired-token';

/** The id of an operation that was done already, with other content than anybody asks for now. */
export const usedOperateId = 'demo-operation-0001';
