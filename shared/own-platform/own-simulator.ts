import type { Bilingual } from '../bilingual.ts';
import { pointerPath } from '../json/json-pointer.ts';
import { factsOfCall, holds } from '../profile/condition.ts';
import type { HeaderField, Interface, Profile } from '../profile/profile.ts';
import { bodyProblem } from '../simulator/body-problem.ts';
import {
  brokenReason,
  createPlatformSimulator,
  type Decision,
  type ReceivedCall,
} from '../simulator/platform-simulator.ts';
import { sampleAnswer } from '../simulator/sample-answer.ts';
import type { Simulator, SimulatorOptions } from '../simulator/simulator.ts';
import type { Data } from '../data/data.ts';
import { withValueAt } from '../data/data-path.ts';

/** Where a profile names no code of a failure. */
const unnamedFailure = 'FAIL';

/**
 * A provider that a profile alone describes: it checks what the steps check, opens and asks for a session, refuses a body
 * that its schema does not allow, and answers with the interface's sample of an answer or one made from the schema.
 */
export function createOwnSimulator(profile: Profile, options: SimulatorOptions): Simulator {
  const { session, statuses } = profile;
  /** Every value of a session that was given out, and until when it is good. */
  const sessions = new Map<string, number>();
  const failure = statuses.codes.find(({ code }) => code !== statuses.success)?.code ?? unnamedFailure;

  function decide(call: ReceivedCall): Decision {
    const refusal: Refusal | undefined =
      (call.broken && { reason: brokenReason(call.broken) }) ?? sessionReason(call) ?? bodyReason(call);
    if (refusal) return { status: refusal.status ?? failure, reason: refusal.reason, body: {} };
    const { chosen } = call;
    const body = sampleAnswer(chosen);
    if (session && chosen.id === session.interface) return open(call, body);
    if (chosen.endsSession) for (const value of carried(call)) sessions.delete(value);
    return success(chosen, body);
  }

  function success({ statuses: own = statuses }: Interface, body: object): Decision {
    return { status: own.success, reason: { zh: '成功', en: 'success' }, body };
  }

  /** Puts new values where the session takes them from. */
  function open(call: ReceivedCall, body: object): Decision {
    if (!session) return success(call.chosen, body);
    const { lifetime } = session;
    const seconds = 'seconds' in lifetime ? lifetime.seconds : lifetime.otherwise;
    let answer = body as Data;
    for (const pointer of Object.values(session.values)) {
      const value = call.draw(32);
      sessions.set(value, call.clock + seconds * 1000);
      answer = withValueAt(answer, pointerPath(pointer), value);
    }
    if ('at' in lifetime) answer = withValueAt(answer, pointerPath(lifetime.at), seconds);
    return success(call.chosen, answer as object);
  }

  function sessionReason(call: ReceivedCall): Refusal | undefined {
    if (!session || call.chosen.needsSession === false || call.chosen.id === session.interface) return undefined;
    const values = carried(call);
    const [refused] = session.refusals;
    const words = refused?.words?.[0];
    const status = refused?.status;
    if (values.length > 0 && values.every((value) => (sessions.get(value) ?? 0) > call.clock)) return undefined;
    const expired = values.some((value) => sessions.has(value));
    return {
      status,
      reason: expired
        ? { zh: `会话已过期${words ? `：${words}` : ''}`, en: `the session has expired${words ? `: ${words}` : ''}` }
        : { zh: `没有有效的会话${words ? `：${words}` : ''}`, en: `there is no session${words ? `: ${words}` : ''}` },
    };
  }

  /** Values of the session that a call brings, without what stands before them. */
  function carried(call: ReceivedCall): readonly string[] {
    const facts = factsOfCall(profile, { conventions: options.conventions, interface: call.chosen.id });
    return profile.header.flatMap((field) => {
      if (field.rule.rule !== 'session' || !field.presence.request || !holds(field.when, facts)) return [];
      const text = valueIn(call, field);
      const { prefix = '' } = field.rule;
      return [text.startsWith(prefix) ? text.slice(prefix.length) : ''];
    });
  }

  return createPlatformSimulator({
    profile,
    options,
    decide,
    refuse: (status, reason) => ({ status, reason, body: {} }),
    failure,
  });
}

interface Refusal {
  readonly status?: string | undefined;
  readonly reason: Bilingual;
}

function bodyReason({ body, chosen }: ReceivedCall): Refusal | undefined {
  const reason = body && bodyProblem(chosen, body);
  return reason && { reason };
}

function valueIn(call: ReceivedCall, { name, carrier = 'message' }: HeaderField): string {
  switch (carrier) {
    case 'message':
      return call.inHeader(name);
    case 'query':
      return call.inQuery(name);
    case 'path':
      return call.inPath(name);
    case 'http':
      return call.inHttp(name);
  }
}
