import { atPointer } from '../../json/json-pointer.ts';
import { scalarText } from '../../json/json-node.ts';
import { createPlatformSimulator, type Decision, type ReceivedCall } from '../../simulator/platform-simulator.ts';
import type { Simulator, SimulatorOptions } from '../../simulator/simulator.ts';
import { db32t3761 } from './profile.ts';
import { codes, people, refusedPhones, type Person } from './register.ts';
import { sample } from './sample.ts';

/** A user token lives as long as a code on a screen may be shown (A). */
export const tokenMilliseconds = 2 * 60 * 60 * 1000;

/** The health code service with its tokens and a small register of invented people. */
export function createSimulator(options: SimulatorOptions): Simulator {
  const tokens = new Map<string, { readonly number: string; readonly until: number }>();

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
    if (call.inHeader('appmark') !== sample.values.appmark) return tokenFailure('appmark 不存在');
    if (call.broken) return tokenFailure(call.broken.kind === 'compare' ? 'sign 不正确' : '参数不完整');
    if (!/^\d{13,14}$/.test(call.inHeader('time'))) return tokenFailure('time 不正确');
    // Without a person it is the token of the caller's own test user.
    const number = textAt(call, '/papersnumber') || (people[0]?.number ?? '');
    const person = personWith(number);
    const name = textAt(call, '/name');
    if (!person || (name !== '' && person.name !== name)) return tokenFailure('没有这个用户');
    const made = call.draw(32);
    tokens.set(made, { number, until: call.clock + tokenMilliseconds });
    return {
      ...said('成功', 'success'),
      status: '000000',
      header: { msg: '成功' },
      body: { token: made, uuid: `P${String(people.indexOf(person) + 1).padStart(10, '0')}` },
    };
  }

  function holderOf(call: ReceivedCall): Person | undefined {
    const found = tokens.get(call.inQuery('token'));
    return found && found.until > call.clock ? personWith(found.number) : undefined;
  }

  function page(call: ReceivedCall): Decision {
    const holder = holderOf(call);
    if (!holder)
      return {
        ...said('token 无效或已过期', 'the token is unknown or has expired'),
        status: 'refused',
        body: { page: 'refused', msg: 'token 无效或已过期' },
      };
    return {
      ...said('页面', 'page'),
      status: 'html',
      body: {},
      instead: {
        contentType: 'text/html; charset=utf-8',
        text: `<!doctype html><html lang="zh"><meta charset="utf-8"><title>苏康码（仿真）</title><h1>${holder.level}</h1></html>`,
      },
    };
  }

  function scan(call: ReceivedCall): Decision {
    if (!holderOf(call)) return scanned('1', 'token 无效或已过期');
    const missing = ['url', 'source', 'position', 'verifierDept', 'verifierName', 'verifierPhone'].find(
      (name) => textAt(call, `/${name}`) === '',
    );
    if (missing !== undefined) return scanned('1', `${missing} 必填`);
    const refused = refusedPhones[textAt(call, '/verifierPhone')];
    if (refused !== undefined) return scanned(refused, '没有权限');
    const code = codes[textAt(call, '/url')];
    if (!code) return scanned('112', '不是苏康码');
    if ('resCode' in code) return scanned(code.resCode, code.tip);
    const person = personWith(code.number);
    if (!person) return scanned('1', '查无此人');
    const { name, phone, number: idcardNo, level } = person;
    return { ...scanned('0', '成功'), body: { res: { name, phone, idcardNo, level } } };
  }

  function identity(call: ReceivedCall): Decision {
    if (call.broken) return identityFailure('401', 'auth 或报文体无法解密');
    if (call.inSlot('authBytes') !== sample.values.authId) return identityFailure('401', 'auth 不正确');
    const person = personWith(textAt(call, '/userid'));
    if (!person || person.name !== textAt(call, '/name')) return identityFailure('404', '没有这个人');
    const { number: userid, name, level } = person;
    return { ...said('成功', 'success'), status: '200', body: { userid, name, levelData: level } };
  }

  return createPlatformSimulator({
    profile: db32t3761,
    options,
    decide,
    failure: '999999',
    refuse: (status, { zh }) => ({ ...tokenFailure(zh), status }),
  });
}

function personWith(number: string): Person | undefined {
  return people.find((one) => one.number === number);
}

function said(zh: string, en: string): Pick<Decision, 'reason'> {
  return { reason: { zh, en } };
}

/** The platform's own codes are not known: the simulator's says that something failed. */
function tokenFailure(msg: string): Decision {
  return { ...said(msg, msg), status: '999999', header: { msg }, body: {} };
}

function scanned(resCode: string, tip: string): Decision {
  return { ...said(tip, tip), status: resCode, header: { tip }, body: {} };
}

/** On failure data is in clear. */
function identityFailure(code: string, message: string): Decision {
  const text = JSON.stringify({ code: Number(code), data: { message } });
  return {
    ...said(message, message),
    status: code,
    body: { message },
    instead: { contentType: 'application/json; charset=utf-8', text },
  };
}

function textAt({ body }: ReceivedCall, pointer: string): string {
  return (body && scalarText(atPointer(body, pointer))) ?? '';
}
