import type { Bilingual } from '../../bilingual.ts';
import { atPointer } from '../../json/json-pointer.ts';
import { scalarText } from '../../json/json-node.ts';
import { bodyProblem } from '../../simulator/body-problem.ts';
import {
  brokenReason,
  createPlatformSimulator,
  type Decision,
  type ReceivedCall,
} from '../../simulator/platform-simulator.ts';
import { refusedPage } from '../../simulator/refused-page.ts';
import type { Simulator, SimulatorOptions } from '../../simulator/simulator.ts';
import { db32t3761 } from './profile.ts';
import { codePrefix, codes, expiredToken, people, refusedPhones, type Person } from './register.ts';
import { sample } from './sample.ts';
import { identityStatuses, statuses, unknownFailure } from './statuses.ts';

/** How long a user token lives, and the code that an opened page shows; neither is public (A). */
export const tokenMilliseconds = 2 * 60 * 60 * 1000;
export const codeMilliseconds = 5 * 60 * 1000;

const success: Bilingual = { zh: '成功', en: 'success' };
const digitOf = { green: '1', yellow: '2', red: '3' } as const;

interface Token {
  readonly person: Person;
  readonly until: number;
}

/** The health code service with what it remembers: tokens, and the codes of pages that were opened. */
export function createSimulator(options: SimulatorOptions): Simulator {
  const [first] = people;
  const tokens = new Map<string, Token>(first && [[expiredToken, { person: first, until: 0 }]]);
  const shown = new Map<string, Token>();

  function decide(call: ReceivedCall): Decision {
    switch (call.chosen.id) {
      case 'token':
        return token(call);
      case 'page':
        return page(call);
      case 'scan':
        return scan(call);
      default:
        return identity(call);
    }
  }

  function token(call: ReceivedCall): Decision {
    if (call.inHeader('appmark') !== sample.values.appmark) {
      return tokenFailure({ zh: 'appmark 没有登记', en: 'appmark is not registered' });
    }
    if (call.broken?.kind === 'compare') return tokenFailure({ zh: 'sign 不正确', en: 'sign is wrong' });
    if (call.broken) return tokenFailure(brokenReason(call.broken));
    const problem = bodyProblem(call.chosen, call.body);
    if (problem) return tokenFailure(problem);
    const person = personWith(textAt(call, '/papersnumber'));
    if (person?.name !== textAt(call, '/name')) {
      return tokenFailure({ zh: '没有这个用户', en: 'there is no such user' });
    }
    const made = call.draw(32);
    tokens.set(made, { person, until: call.clock + tokenMilliseconds });
    return {
      status: statuses.success,
      reason: success,
      header: { msg: success.zh },
      body: { token: made, uuid: uuidOf(person) },
    };
  }

  /** Of a token: whose it is, or why it is nobody's. */
  function holderOf(call: ReceivedCall, text: string): Person | Bilingual {
    const found = tokens.get(text);
    if (!found) return { zh: '令牌无效', en: 'the token is unknown' };
    return found.until > call.clock ? found.person : { zh: '令牌已过期', en: 'the token has expired' };
  }

  function page(call: ReceivedCall): Decision {
    const holder = holderOf(call, call.inQuery('token'));
    if ('zh' in holder) return pageOf({ title: '无法亮码', text: holder.zh, status: 'refused', reason: holder });
    const uuid = call.inQuery('uuid');
    if (uuid !== '' && uuid !== uuidOf(holder)) {
      const reason = { zh: '令牌无效：uuid 与令牌不符', en: 'uuid is not that of the token' };
      return pageOf({ title: '无法亮码', text: reason.zh, status: 'refused', reason });
    }
    const code = `${codePrefix}${uuidOf(holder)}`;
    shown.set(code, { person: holder, until: call.clock + codeMilliseconds });
    const reason = { zh: '页面', en: 'page' };
    return pageOf({ title: '苏康码（仿真）', text: `${holder.level} ${code}`, status: 'html', reason });
  }

  function scan(call: ReceivedCall): Decision {
    if (call.broken) return scanned('1', brokenReason(call.broken));
    const holder = holderOf(call, call.inHeader('token'));
    if ('zh' in holder) return scanned('1', holder);
    const problem = bodyProblem(call.chosen, call.body);
    if (problem) return scanned('1', problem);
    const refused = refusedPhones[textAt(call, '/verifierPhone')];
    if (refused !== undefined) return scanned(refused, { zh: '没有权限', en: 'no permission' });
    const url = textAt(call, '/url');
    const fresh = shown.get(url);
    if (fresh && fresh.until <= call.clock) return scanned('111', expired);
    const standing = codes[url];
    if (standing && 'resCode' in standing) return scanned(standing.resCode, standing.tip);
    const person = fresh?.person ?? personWith(standing?.number ?? '');
    if (!person) return scanned('112', { zh: '不是苏康码', en: 'not this kind of code' });
    const { name, phone, number: idcardNo, level } = person;
    return { ...scanned('0', success), body: { res: { name, phone, idcardNo, level } } };
  }

  function identity(call: ReceivedCall): Decision {
    if (call.broken) return identityFailure(brokenReason(call.broken));
    if (call.inSlot('authBytes') !== sample.values.authId) {
      return identityFailure({ zh: '认证标识没有登记', en: 'the authentication id is not registered' });
    }
    const problem = bodyProblem(call.chosen, call.body);
    if (problem) return identityFailure(problem);
    const person = personWith(textAt(call, '/userid'));
    if (person?.name !== textAt(call, '/name')) {
      return identityFailure({ zh: '没有这个人，或姓名与证件号码不符', en: 'nobody has this name and number' });
    }
    const { number: userid, name, level, inDigits } = person;
    return {
      status: identityStatuses.success,
      reason: success,
      body: { userid, name, levelData: inDigits ? digitOf[level] : level },
    };
  }

  return createPlatformSimulator({
    profile: db32t3761,
    options,
    decide,
    failure: unknownFailure,
    refuse(status, reason, chosen) {
      if (chosen?.id === 'page') return refusedPage(status, reason);
      return chosen?.id === 'scan'
        ? scanned(status, reason)
        : { ...(chosen?.id === 'identity' ? identityFailure(reason) : tokenFailure(reason)), status };
    },
  });
}

const expired: Bilingual = { zh: '二维码已过期', en: 'the code has expired' };

function personWith(number: string): Person | undefined {
  return people.find((one) => one.number === number);
}

function uuidOf(person: Person): string {
  return `P${String(people.indexOf(person) + 1).padStart(10, '0')}`;
}

function tokenFailure(reason: Bilingual): Decision {
  return { status: unknownFailure, reason, header: { msg: reason.zh }, body: {} };
}

function scanned(status: string, reason: Bilingual): Decision {
  return { status, reason, header: { tip: reason.zh }, body: {} };
}

function identityFailure(reason: Bilingual): Decision {
  return { status: unknownFailure, reason, body: { message: reason.zh } };
}

interface Page {
  readonly title: string;
  readonly text: string;
  readonly status: string;
  readonly reason: Bilingual;
}

/** As the real one would: what it says is for eyes. */
function pageOf({ title, text, status, reason }: Page): Decision {
  return {
    status,
    reason,
    body: {},
    instead: {
      contentType: 'text/html; charset=utf-8',
      content: `<!doctype html><html lang="zh"><meta charset="utf-8"><title>${title}</title><h1>${title}</h1><p>${text}</p></html>`,
    },
  };
}

function textAt({ body }: ReceivedCall, pointer: string): string {
  return (body && scalarText(atPointer(body, pointer))) ?? '';
}
