import type { Bilingual } from '../../bilingual.ts';
import { atPointer } from '../../json/json-pointer.ts';
import { scalarText, type JsonNode } from '../../json/json-node.ts';
import { writeJson } from '../../json/write-json.ts';
import { bodyProblem } from '../../simulator/body-problem.ts';
import {
  brokenReason,
  createPlatformSimulator,
  type Decision,
  type ReceivedCall,
} from '../../simulator/platform-simulator.ts';
import type { Simulator, SimulatorOptions } from '../../simulator/simulator.ts';
import { ldt6002 } from './profile.ts';
import { expiredToken, people, usedOperateId } from './register.ts';
import { sample } from './sample.ts';
import { failureCode, statuses } from './statuses.ts';

export const tokenSeconds = 7200;

/** A platform as the assumptions have it: tokens of two hours, queries, operations that are done once for one id. */
export function createSimulator(options: SimulatorOptions): Simulator {
  const { conventions, keys } = options;
  const tokens = new Map<string, number>([[expiredToken, 0]]);
  /** What an operation was asked, and how it was answered, by its id. */
  const operations = new Map<string, { readonly asked: string; readonly answer: Decision }>([
    [usedOperateId, { asked: '', answer: success({ acceptNumber: 'A00000000' }) }],
  ]);
  let accepted = 0;

  function decide(call: ReceivedCall): Decision {
    if (call.chosen.id === 'token') return token(call);
    const until = tokens.get(tokenIn(call));
    if (until === undefined) return failure({ zh: '令牌无效', en: 'the token is unknown' });
    if (until <= call.clock) return failure({ zh: '令牌已过期', en: 'the token has expired' });
    if (call.broken?.kind === 'compare') return failure({ zh: '签名不正确', en: 'the signature is wrong' });
    if (call.broken) return failure(brokenReason(call.broken));
    if (call.inHeader('interfaceCode') !== call.chosen.header['interfaceCode'])
      return failure({ zh: 'interfaceCode 与地址不符', en: 'interfaceCode is not that of the address' });
    const problem = bodyProblem(call.chosen, call.body);
    if (problem) return failure(problem);
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
        return /^Bearer (.+)$/.exec(call.inHttp('Authorization'))?.[1] ?? '';
    }
  }

  function token(call: ReceivedCall): Decision {
    if (call.broken) return failure(brokenReason(call.broken));
    if (call.inHeader('appId') !== sample.values.appId || call.inHeader('appSecret') !== keys['appSecret']) {
      return failure({ zh: 'appId 或 appSecret 不正确', en: 'appId or appSecret is wrong' });
    }
    const made = call.draw(32);
    tokens.set(made, call.clock + tokenSeconds * 1000);
    return success({ access_token: made, expires_in: tokenSeconds });
  }

  function person(call: ReceivedCall): Decision {
    const found = people.find(
      ({ aac002, aac003 }) => aac002 === textAt(call, '/aac002') && aac003 === textAt(call, '/aac003'),
    );
    return found ? success(found) : failure({ zh: '查无此人', en: 'nobody has this name and number' });
  }

  function list(call: ReceivedCall): Decision {
    const page = Number(textAt(call, '/cpage'));
    const rows = Number(textAt(call, '/rows'));
    return success({
      totalCount: people.length,
      totalPage: Math.ceil(people.length / rows),
      list: people.slice((page - 1) * rows, page * rows),
    });
  }

  function operate(call: ReceivedCall): Decision {
    const id = call.inHeader('operateId');
    if (id === '') return failure({ zh: '缺少必填的 operateId', en: 'operateId is required and missing' });
    const asked = call.body ? writeJson(sorted(call.body), 'compact') : '';
    const former = operations.get(id);
    if (former) {
      return former.asked === asked
        ? former.answer
        : failure({ zh: 'operateId 已用于另一个操作', en: 'operateId was used for another operation' });
    }
    accepted += 1;
    const answer = success({ acceptNumber: `A${String(accepted).padStart(8, '0')}` });
    operations.set(id, { asked, answer });
    return answer;
  }

  return createPlatformSimulator({
    profile: ldt6002,
    options,
    decide,
    failure: failureCode,
    refuse: (status, reason) => failure(reason, status),
  });
}

function success(body: object): Decision {
  return { status: statuses.success, reason: { zh: '成功', en: 'success' }, header: { message: '成功' }, body };
}

function failure(reason: Bilingual, status: string = failureCode): Decision {
  return { status, reason, header: { message: reason.zh }, body: {} };
}

/** Members by their names: an object is the same in whatever order it was written. */
function sorted(node: JsonNode): JsonNode {
  if (node.type === 'array') return { type: 'array', items: node.items.map(sorted) };
  if (node.type !== 'object') return node;
  const members = node.members.map(({ name, value }) => ({ name, value: sorted(value) }));
  return { type: 'object', members: members.toSorted((one, other) => (one.name < other.name ? -1 : 1)) };
}

function textAt({ body }: ReceivedCall, pointer: string): string {
  return (body && scalarText(atPointer(body, pointer))) ?? '';
}
