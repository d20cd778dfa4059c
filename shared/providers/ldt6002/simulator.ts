import { atPointer } from '../../json/json-pointer.ts';
import { scalarText } from '../../json/json-node.ts';
import { writeJson } from '../../json/write-json.ts';
import { createPlatformSimulator, type Decision, type ReceivedCall } from '../../simulator/platform-simulator.ts';
import type { Simulator, SimulatorOptions } from '../../simulator/simulator.ts';
import { ldt6002 } from './profile.ts';
import { people } from './register.ts';
import { sample } from './sample.ts';

export const tokenSeconds = 7200;

/** A platform as the assumptions have it: tokens of two hours, queries, operations that are done once for one id. */
export function createSimulator(options: SimulatorOptions): Simulator {
  const { conventions, keys } = options;
  const tokens = new Map<string, number>();
  /** What an operation was asked, and how it was answered, by its id. */
  const operations = new Map<string, { readonly asked: string; readonly answer: Decision }>();
  let accepted = 0;

  function decide(call: ReceivedCall): Decision {
    if (call.chosen.id === 'token') return token(call);
    const until = tokens.get(tokenIn(call));
    if (until === undefined) return failure('令牌无效');
    if (until <= call.clock) return failure('令牌已过期');
    if (call.broken?.kind === 'compare') return failure('签名不正确');
    if (call.broken) return failure(call.broken.findings[0]?.message.zh ?? '报文无法解密');
    if (call.inHeader('interfaceCode') !== call.chosen.header['interfaceCode'])
      return failure('interfaceCode 与地址不符');
    switch (call.chosen.id) {
      case 'person':
        return person(call);
      case 'people':
        return list(call);
      default:
        return operate(call);
    }
  }

  function tokenIn(call: ReceivedCall): string {
    switch (conventions['tokenCarrier']) {
      case 'header':
        return call.inHttp('access_token');
      case 'query':
        return call.inQuery('access_token');
      default:
        return call.inHttp('Authorization').replace(/^Bearer /, '');
    }
  }

  function token(call: ReceivedCall): Decision {
    if (call.inHeader('appId') !== sample.values.appId || call.inHeader('appSecret') !== keys['appSecret']) {
      return failure('appId 或 appSecret 不正确');
    }
    const made = call.draw(32);
    tokens.set(made, call.clock + tokenSeconds * 1000);
    return success({ access_token: made, expires_in: tokenSeconds });
  }

  function person(call: ReceivedCall): Decision {
    const found = people.find(
      ({ aac002, aac003 }) => aac002 === textAt(call, '/aac002') && aac003 === textAt(call, '/aac003'),
    );
    return found ? success(found) : failure('查无此人');
  }

  function list(call: ReceivedCall): Decision {
    const [page, rows] = ['/cpage', '/rows'].map((pointer) => Number(textAt(call, pointer)));
    if (!page || !rows || page < 1 || rows < 1) return failure('cpage 与 rows 应为从 1 起的整数');
    return success({
      totalCount: people.length,
      totalPage: Math.ceil(people.length / rows),
      list: people.slice((page - 1) * rows, page * rows),
    });
  }

  function operate(call: ReceivedCall): Decision {
    const id = call.inHeader('operateId');
    const asked = call.body ? writeJson(call.body, 'compact') : '';
    const former = operations.get(id);
    if (former) return former.asked === asked ? former.answer : failure('operateId 已用于另一个操作');
    accepted += 1;
    const answer = success({ acceptNumber: `A${String(accepted).padStart(8, '0')}` });
    operations.set(id, { asked, answer });
    return answer;
  }

  return createPlatformSimulator({
    profile: ldt6002,
    options,
    decide,
    failure: '500',
    refuse: (status, { zh }) => ({ ...failure(zh), status }),
  });
}

function success(body: object): Decision {
  return { status: '200', reason: { zh: '成功', en: 'success' }, header: { message: '成功' }, body };
}

/** In clear: the keys may be what is wrong. */
function failure(message: string): Decision {
  return {
    status: '500',
    reason: { zh: message, en: message },
    header: { message },
    body: {},
    instead: {
      contentType: 'application/json; charset=utf-8',
      text: JSON.stringify({ code: '500', message, data: {} }),
    },
  };
}

function textAt({ body }: ReceivedCall, pointer: string): string {
  return (body && scalarText(atPointer(body, pointer))) ?? '';
}
