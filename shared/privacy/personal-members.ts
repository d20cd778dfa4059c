import type { Profile } from '../profile/profile.ts';

/** Titles of what tells something of a person, in the words of the standards. */
const personalTitle =
  /姓名|名字|身份证|证件号|证件号码|公民身份|社会保障号|电话|手机|联系方式|住址|地址|户籍|出生|邮箱|银行|账号|卡号|照片|持证主体|持证人|法定代表人|\bname of (?:the )?(?:person|holder)|identity number|phone|address|birth/i;
/** Names that say it themselves, whatever stands beside them. */
const personalName = /^(?:xm|sfzh|zjhm|sjh|lxdh|.*(?:phone|mobile|idcard|id_card|id_number|bankcard))$/i;

/**
 * Names of body members and header fields that hold personal data, by what schemas, indicators and header fields of these
 * profiles call them; in lower case.
 */
export function personalMembers(profiles: readonly Profile[]): ReadonlySet<string> {
  const names = new Set<string>();
  const take = (name: string, title: string): void => {
    if (personalTitle.test(title) || personalName.test(name)) names.add(name.toLowerCase());
  };
  for (const { indicators, header, interfaces } of profiles) {
    for (const { name, title } of indicators) take(name, `${title.zh} ${title.en}`);
    for (const { name, title, rule } of header) if (rule.rule === 'byHand') take(name, `${title.zh} ${title.en}`);
    for (const { requestSchema, responseSchema } of interfaces) {
      collect(requestSchema, take);
      collect(responseSchema, take);
    }
  }
  return names;
}

function collect(schema: unknown, take: (name: string, title: string) => void): void {
  if (typeof schema !== 'object' || schema === null) return;
  for (const [key, member] of Object.entries(schema)) {
    if (key === 'properties' && typeof member === 'object' && member !== null) {
      for (const [name, property] of Object.entries(member)) take(name, titleOf(property));
    }
    collect(member, take);
  }
}

function titleOf(schema: unknown): string {
  return typeof schema === 'object' && schema !== null && 'title' in schema ? String(schema.title) : '';
}
