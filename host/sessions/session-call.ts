import type { Outgoing, SentCall } from '../calls/send-request.ts';
import { secretTexts, type SecretText } from '../../shared/pipeline/hide-secrets.ts';
import type { PreparedCall } from '../calls/prepared-call.ts';
import { escapePattern } from '../../shared/escape-pattern.ts';
import { HufuError } from '../../shared/hufu-error.ts';
import { atPointer, pointerPath } from '../../shared/json/json-pointer.ts';
import { scalarText, type JsonNode } from '../../shared/json/json-node.ts';
import { callSchema, type Call } from '../../shared/model/call.ts';
import { factsOfCall, holds } from '../../shared/profile/condition.ts';
import type { Session } from '../../shared/profile/profile.ts';

/** What a session is made of, as long as it lives. */
export interface OpenSession {
  readonly values: Readonly<Record<string, string>>;
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly openedAt: number;
  readonly expiresAt: number;
  /** Whether it may lie in the vault, where the keys that opened it lie too. */
  readonly isKept?: boolean;
}

/** The session that a call is made in; undefined for one that needs none: a login, or fields that are locked by hand. */
export function sessionOf({ profile, chosen, conventions, fields }: PreparedCall): Session | undefined {
  if (!profile.session || chosen?.needsSession === false) return undefined;
  const facts = factsOfCall(profile, { conventions, interface: chosen?.id });
  const carries = profile.header.some(
    ({ name, rule, presence, when }) =>
      rule.rule === 'session' && presence.request && holds(when, facts) && fields.locked[name] === undefined,
  );
  return carries ? profile.session : undefined;
}

/** The session that a successful call by hand opened: a login as the environment itself, and as nobody else. */
export function opensSession({ profile, chosen, fields }: PreparedCall, sent: SentCall): Session | undefined {
  const { session } = profile;
  const isOpening = session !== undefined && chosen?.id === session.interface && isEmpty(fields.locked);
  const body = sent.response?.slots.get('body');
  if (!isOpening || sent.verdict !== 'success' || body?.type !== 'json') return undefined;
  return valuesIn(body.root(), session).every(({ text }) => text !== '') ? session : undefined;
}

const isEmpty = (fields: Readonly<Record<string, string>>): boolean => Object.keys(fields).length === 0;

/**
 * Whose session a call takes: of its environment, as whom it calls, at one origin. Elsewhere a session is opened anew, which its
 * keys must be allowed for: a token goes nowhere that they may not go.
 */
export function sessionOwner(environment: string, { url, fields, profile }: PreparedCall): string {
  const origin = URL.canParse(url) ? new URL(url).origin : url;
  return JSON.stringify([environment, origin, fields.environment, profile.id]);
}

/** Whether a session has all that its platform's description names by now. */
export function isWhole({ values }: OpenSession, session: Session): boolean {
  return Object.keys(session.values).every((name) => Object.hasOwn(values, name));
}

/** The environment of a `sessionOwner`. */
export function environmentOfOwner(owner: string): string {
  const [environment] = JSON.parse(owner) as readonly string[];
  return environment ?? '';
}

/** The call that opens a session: nothing in it but what environment and key slots fill. */
export function openingCall({ platform, environment, url, conventions }: Call, session: Session): Call {
  return callSchema.parse({
    platform,
    interface: session.interface,
    environment,
    header: {},
    extraHeader: [],
    body: '{}',
    conventions,
    url,
  });
}

/** Ten years: no platform means more, and an infinite one could be written nowhere. */
const longestSeconds = 10 * 365 * 24 * 60 * 60;

/** What an answer opened. Throws `session.refused` with the platform's reason, `session.noValue`. */
export function sessionFrom(
  sent: SentCall,
  { session, now }: { readonly session: Session; readonly now: number },
): OpenSession {
  const body = sent.response?.slots.get('body');
  if (sent.verdict !== 'success' || body?.type !== 'json') throw refused(sent, session);
  const root = body.root();
  const found = valuesIn(root, session);
  const missing = found.find(({ text }) => text === '');
  if (missing) throw noValue({ ...missing, session });
  const values = Object.fromEntries(found.map(({ name, text }) => [name, text]));
  const { lifetime } = session;
  const said = 'at' in lifetime ? Number(scalarText(atPointer(root, lifetime.at))) : Number.NaN;
  const isSaid = said > 0 && said <= longestSeconds;
  const seconds = 'at' in lifetime ? (isSaid ? said : lifetime.otherwise) : lifetime.seconds;
  return { values, openedAt: now, expiresAt: now + seconds * 1000 };
}

/** The secrets of a call that its messages carry in clear, those that its answer opens a session with included. */
export function secretsOf(call: PreparedCall, outcome: Outgoing | SentCall): readonly SecretText[] {
  const { profile, keys, fields, chosen } = call;
  const known = secretTexts(profile, { keys, fields });
  const { session } = profile;
  if (!session || chosen?.id !== session.interface) return known;
  const response = 'response' in outcome ? outcome.response : undefined;
  const body = response?.slots.get('body');
  const found = body?.type === 'json' ? valuesIn(body.root(), session) : [];
  const answer = 'answer' in outcome && outcome.answer ? latin1(outcome.answer) : '';
  const isSecret = ({ name, text }: SecretText): boolean => text !== '' && !session.openValues?.includes(name);
  return [...known, ...[...found, ...valuesLike(answer, session)].filter(isSecret)];
}

/** What stands behind the names of a session's values in an answer, also in one that is cut off or none that can be read. */
function valuesLike(answer: string, session: Session): readonly SecretText[] {
  return Object.entries(session.values).flatMap(([name, pointer]) => {
    const member = pointerPath(pointer).at(-1) ?? '';
    const written = new RegExp(`"${escapePattern(member)}"\\s*:\\s*"((?:[^"\\\\]|\\\\.)*)`, 'g');
    return Array.from(answer.matchAll(written), ([, text = '']) => ({ name, text: unescaped(text) }));
  });
}

function unescaped(text: string): string {
  try {
    return String(JSON.parse(`"${text}"`));
  } catch {
    return text;
  }
}

/** Each byte a character: what is looked for is ASCII. */
function latin1(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes);
}

interface SessionValue extends SecretText {
  readonly pointer: string;
}

/** What an answer has for each value of a session: empty where it has nothing. */
function valuesIn(root: JsonNode, session: Session): readonly SessionValue[] {
  return Object.entries(session.values).map(([name, pointer]) => ({
    name,
    pointer,
    text: scalarText(atPointer(root, pointer)) ?? '',
  }));
}

/** Whether an answer says that the session, and not the call, was refused. */
export function isRefusal({ status, response }: Pick<SentCall, 'status' | 'response'>, session: Session): boolean {
  if (!status) return false;
  const body = response?.slots.get('received');
  const text = body?.type === 'text' ? body.text : '';
  return session.refusals.some(
    ({ status: code, words }) => code === status.code && (!words || words.some((word) => text.includes(word))),
  );
}

/** A sentence within another. */
function withoutStop(text: string): string {
  return text.replace(/[。.]+$/, '');
}

function refused({ status, error, response }: SentCall, { interface: name, clause }: Session): HufuError {
  const said = response?.trace.findings.find(({ code }) => code === 'answer.error')?.message;
  const { zh, en } =
    error?.text ??
    (status
      ? {
          zh: [`${status.code} ${status.meaning.zh}`, said?.zh].filter(Boolean).join('，'),
          en: [`${status.code} ${status.meaning.en}`, said?.en].filter(Boolean).join(', '),
        }
      : { zh: '没有得到答复', en: 'no answer' });
  const reason = { zh: withoutStop(zh), en: withoutStop(en) };
  return new HufuError({
    code: 'session.refused',
    field: 'session',
    clause,
    text: {
      zh: `没有发送：取得会话的调用（${name}）没有成功：${reason.zh}。它在历史里，请先看那一次。`,
      en: `Not sent: the call that opens the session (${name}) did not succeed: ${reason.en}. It stands in the history; look at it first.`,
    },
  });
}

function noValue({
  name,
  pointer,
  session,
}: {
  readonly name: string;
  readonly pointer: string;
  readonly session: Session;
}): HufuError {
  return new HufuError({
    code: 'session.noValue',
    field: 'session',
    clause: session.clause,
    text: {
      zh: `没有发送：取得会话的答复里没有 ${name}（按约定在 ${pointer}）。请核对平台的答复，或改自己的平台描述。`,
      en: `Not sent: the answer that opens the session has no ${name} (expected at ${pointer}). Compare the platform's answer, or correct the profile.`,
    },
  });
}
