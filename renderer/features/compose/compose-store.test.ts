import { beforeEach, describe, expect, it } from 'vitest';
import type { Call } from '../../../shared/model/call.ts';
import { activeAttemptOf, compose, useCompose } from './compose-store.ts';

const call: Call = {
  platform: 'ldt6008',
  interface: 'cardStatus',
  environment: 'simulator',
  header: {},
  extraHeader: [],
  body: '{}',
  conventions: {},
  url: '',
  variables: {},
  extract: {},
};

const origin = { title: { zh: 'a', en: 'a' }, folder: '', file: { call, digest: '1' }, base: '1' };

beforeEach(() => useCompose.setState(useCompose.getInitialState(), true));

describe('compose store', () => {
  it('keeps the working copy when a request is opened again', () => {
    compose.open('a', { call: call, origin });
    compose.change((old) => ({ ...old, body: '{"a":1}' }));
    compose.open('b', { call: call, origin });
    compose.open('a', { call: call, origin });
    expect(compose.activeCall()?.body).toBe('{"a":1}');
    expect(useCompose.getState().calls['b']?.body).toBe('{}');
  });

  it('counts a revision for every change and for none that changes nothing', () => {
    compose.open('a', { call: call, origin });
    const before = useCompose.getState().revision;
    compose.change((old) => old);
    expect(useCompose.getState().revision).toBe(before);
    compose.change((old) => ({ ...old, url: 'http://127.0.0.1:1/' }));
    compose.outdatePreview();
    expect(useCompose.getState().revision).toBe(before + 2);
  });

  it('changes nothing while no request is open', () => {
    compose.change((old) => ({ ...old, body: 'x' }));
    expect(useCompose.getState()).toMatchObject({ calls: {}, revision: 0 });
  });

  it('forgets why the last attempt failed when the next one begins, each request by itself', () => {
    compose.open('a', { call, origin });
    compose.open('b', { call, origin });
    compose.endSending('a', { notSent: 'cancelled' });
    expect(activeAttemptOf(useCompose.getState())).toEqual({});
    compose.activate('a');
    expect(activeAttemptOf(useCompose.getState()).notSent).toBe('cancelled');
    compose.beginSending('a', { startedAt: 0, cancel: () => {} });
    expect(activeAttemptOf(useCompose.getState()).notSent).toBeUndefined();
    compose.endSending('a', { shownCall: 'call-1' });
    expect(activeAttemptOf(useCompose.getState())).toMatchObject({ sending: undefined, shownCall: 'call-1' });
  });

  it('gives up the reason of a failure with the next change, and the glance too', () => {
    compose.open('a', { call, origin, isGlance: true });
    compose.endSending('a', { notSent: 'cancelled' });
    compose.change((old) => ({ ...old, body: '1' }));
    expect(activeAttemptOf(useCompose.getState()).notSent).toBeUndefined();
    expect(useCompose.getState().tabs.glance).toBeUndefined();
  });

  it('closes a tab without losing what was changed in it, and brings the next one to the front', () => {
    compose.open('a', { call, origin });
    compose.open('b', { call, origin });
    compose.open('c', { call, origin });
    compose.activate('b');
    compose.change((old) => ({ ...old, body: '1' }));
    compose.markChanged('b', true);
    expect(compose.closeTabs(['b'])).toBe('c');
    const { activeId, calls, tabs } = useCompose.getState();
    expect({ activeId, ids: tabs.ids, body: calls['b']?.body }).toEqual({ activeId: 'c', ids: ['a', 'c'], body: '1' });
    compose.closeTabs(['a', 'c']);
    expect(useCompose.getState()).toMatchObject({ activeId: undefined, calls: { b: { body: '1' } } });
    expect(useCompose.getState().calls['a']).toBeUndefined();
  });

  it('leaves the front to whoever reads the next request when its tab was never read', () => {
    compose.restoreTabs(['x', 'a']);
    compose.open('a', { call, origin });
    expect(compose.closeTabs(['a'])).toBe('x');
    expect(useCompose.getState().activeId).toBeUndefined();
  });

  it('marks requests with drafts without making a new set for nothing', () => {
    compose.restoreChanged(['a']);
    const { changedIds } = useCompose.getState();
    compose.markChanged('a', true);
    expect(useCompose.getState().changedIds).toBe(changedIds);
    compose.markChanged('a', false);
    expect([...useCompose.getState().changedIds]).toEqual([]);
  });
});
