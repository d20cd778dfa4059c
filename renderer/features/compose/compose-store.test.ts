import { beforeEach, describe, expect, it } from 'vitest';
import type { Call } from '../../../shared/model/call.ts';
import { compose, useCompose } from './compose-store.ts';

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

  it('forgets why the last attempt failed when the next one begins', () => {
    compose.endSending({ notSent: 'cancelled' });
    expect(useCompose.getState().notSent).toBe('cancelled');
    compose.beginSending({ requestId: 'a', startedAt: 0, cancel: () => {} });
    expect(useCompose.getState().notSent).toBeUndefined();
    compose.endSending({ shownCall: 'call-1' });
    expect(useCompose.getState()).toMatchObject({ sending: undefined, shownCall: 'call-1' });
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
