import { expect, it } from 'vitest';
import { parseJson } from '../../shared/json/json-text.ts';
import { resolveConventions } from '../../shared/profile/conventions.ts';
import { findProvider } from '../../shared/providers/providers.ts';
import type { PreparedCall } from '../calls/prepared-call.ts';
import type { SentCall } from '../calls/send-request.ts';
import { createSessionStore } from './create-session-store.ts';
import { sendInSession } from './send-in-session.ts';
import type { OpenSession } from './session-call.ts';

const { profile } = findProvider('db11t2290');

function callOf(name: string, locked: Readonly<Record<string, string>> = {}): PreparedCall {
  const chosen = profile.interfaces.find(({ id }) => id === name);
  const fields = { environment: {}, interface: {}, locked, extra: [] };
  return { profile, chosen, conventions: resolveConventions(profile, {}), keys: {}, fields, body: '{}', url: '' };
}

/** What a platform says, told by the token that came. */
function platform(accepts: (token: string) => boolean) {
  const seen: string[] = [];
  const send = async (call: PreparedCall): Promise<{ readonly sent: SentCall }> => {
    const token = call.fields.session?.['access_token'] ?? '';
    seen.push(token);
    const refused = { type: 'text', text: '{"message":"access_token 已过期"}' } as const;
    const sent = {
      verdict: accepts(token) ? 'success' : 'refused',
      status: { code: accepts(token) ? 'SUCCESS' : 'FAILURE' },
      response: { slots: new Map(accepts(token) ? [] : [['received', refused]]) },
    } as unknown as SentCall;
    return { sent };
  };
  return { seen, send };
}

const byHand = (): OpenSession => ({
  values: { access_token: 'by hand' },
  openedAt: 0,
  expiresAt: Date.now() + 3600_000,
});

function opener(now: () => number, seconds = 3600) {
  let count = 0;
  const open = async (): Promise<OpenSession> => {
    count += 1;
    return { values: { access_token: `t${count}` }, openedAt: now(), expiresAt: now() + seconds * 1000 };
  };
  return { open, count: () => count };
}

it('renews a session that is refused, once, and sends the call once more', async () => {
  const sessions = createSessionStore();
  const { open, count } = opener(Date.now);
  const { seen, send } = platform((token) => token === 't2');
  const done = await sendInSession(callOf('currentUser'), { sessions, owner: 'e', open, opened: byHand, send });
  expect(done.sent.verdict).toBe('success');
  expect(seen).toEqual(['t1', 't2']);
  expect(count()).toBe(2);
});

it('gives up after the second refusal', async () => {
  const { open, count } = opener(Date.now);
  const { seen, send } = platform(() => false);
  const done = await sendInSession(callOf('currentUser'), {
    sessions: createSessionStore(),
    owner: 'e',
    open,
    opened: byHand,
    send,
  });
  expect(done.sent.verdict).toBe('refused');
  expect([seen, count()]).toEqual([['t1', 't2'], 2]);
});

it('needs none for a login, nor where the token is locked by hand', async () => {
  const { open, count } = opener(Date.now);
  const { send } = platform(() => true);
  const options = { sessions: createSessionStore(), owner: 'e', open, opened: byHand, send };
  await sendInSession(callOf('login'), options);
  await sendInSession(callOf('currentUser', { access_token: 'mine' }), options);
  expect(count()).toBe(0);
});

it('is that of a login by hand as well, where it logs in as the environment', async () => {
  const { open, count } = opener(Date.now);
  const sessions = createSessionStore();
  const logIn = async (body: string, locked = {}) => {
    const answer = { type: 'json', text: body, root: () => parseJson(body).root } as const;
    const sent = { verdict: 'success', response: { slots: new Map([['body', answer]]) } } as unknown as SentCall;
    const send = async () => ({ sent });
    await sendInSession(callOf('login', locked), { sessions, owner: 'e', open, opened: byHand, send });
  };
  await logIn('{"access_token":"other"}', { account: 'other' });
  await logIn('{}');
  expect(sessions.find('e')).toBeUndefined();
  await logIn('{"access_token":"by hand"}');
  const { seen, send } = platform(() => true);
  await sendInSession(callOf('currentUser'), { sessions, owner: 'e', open, opened: byHand, send });
  expect([seen, count()]).toEqual([['by hand'], 0]);
});

it('opens one session for those who ask at once, another after its time, one for each environment', async () => {
  let now = 1_000_000;
  const sessions = createSessionStore({ now: () => now });
  const { open, count } = opener(() => now, 60);
  const [one, other] = await Promise.all([sessions.ensure('e', open), sessions.ensure('e', open)]);
  expect(one).toBe(other);
  now += 45_000;
  expect(await sessions.ensure('e', open)).toBe(one);
  // Seconds before its end it would end on the way.
  now += 10_000;
  expect(await sessions.ensure('e', open)).not.toBe(one);
  await sessions.ensure('f', open);
  expect(count()).toBe(3);
  // Two who were refused the same session renew it once.
  const refused = sessions.find('e');
  const renew = () => {
    sessions.forget('e', refused);
    return sessions.ensure('e', open);
  };
  await Promise.all([renew(), renew()]);
  await renew();
  expect(count()).toBe(4);
});

it('is not used again once it was refused, also when no other can be opened', async () => {
  const sessions = createSessionStore();
  const { open } = opener(Date.now);
  const { send } = platform(() => false);
  await sessions.ensure('e', open);
  const noLogin = () => Promise.reject(new Error('no login'));
  const sent = sendInSession(callOf('currentUser'), { sessions, owner: 'e', open: noLogin, opened: byHand, send });
  await expect(sent).rejects.toThrow('no login');
  expect(sessions.find('e')).toBeUndefined();
});

it('is waited for by others when one who needs it is cancelled', async () => {
  const sessions = createSessionStore();
  const { open, count } = opener(Date.now);
  const { send } = platform(() => true);
  let begin = (): void => undefined;
  const slow = async () => {
    await new Promise<void>((resolve) => (begin = resolve));
    return open();
  };
  const stop = new AbortController();
  const options = { sessions, owner: 'e', open: slow, opened: byHand, send };
  const cancelled = sendInSession(callOf('currentUser'), { ...options, signal: stop.signal });
  const other = sendInSession(callOf('currentUser'), options);
  stop.abort(new Error('cancelled'));
  await expect(cancelled).rejects.toThrow('cancelled');
  begin();
  expect((await other).sent.verdict).toBe('success');
  expect(count()).toBe(1);
});

it('is opened anew when it lacks what the platform names by now', async () => {
  const sessions = createSessionStore();
  sessions.keep('e', { ...byHand(), values: { ticket: 'old' } });
  const { open } = opener(Date.now);
  const { seen, send } = platform(() => true);
  await sendInSession(callOf('currentUser'), { sessions, owner: 'e', open, opened: byHand, send });
  expect(seen).toEqual(['t1']);
});

it('tries again after an opening that failed', async () => {
  const sessions = createSessionStore();
  await expect(sessions.ensure('e', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  const { open } = opener(Date.now);
  expect((await sessions.ensure('e', open)).values).toEqual({ access_token: 't1' });
});
