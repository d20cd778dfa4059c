import { describe, expect, it } from 'vitest';
import type { Call } from '../../../shared/model/call.ts';
import { ldt6008 } from '../../../shared/providers/ldt6008/profile.ts';
import {
  addExtraMember,
  changeExtraMember,
  chooseInterface,
  choosePlatform,
  lockField,
  removeExtraMember,
  replacePlatform,
  sameCall,
  setConvention,
  unlockField,
} from './call-changes.ts';

const cardSample = ldt6008.interfaces[0].samples[0].body;
const call: Call = {
  platform: 'ldt6008',
  interface: 'cardStatus',
  environment: 'simulator',
  header: {},
  extraHeader: [],
  body: cardSample,
  conventions: {},
  url: '',
  variables: {},
  extract: {},
};

describe('header fields', () => {
  it('locks a field to what was typed and gives it back to its rule', () => {
    const locked = lockField(call, { name: 'nonce', value: 'abc' });
    expect(locked.header).toEqual({ nonce: 'abc' });
    expect(unlockField(locked, 'nonce')).toEqual(call);
    expect(lockField(call, { name: 'msg', value: '' }).header).toEqual({ msg: '' });
  });

  it('adds, changes and removes further members by their place', () => {
    const two = addExtraMember(addExtraMember(call));
    const named = changeExtraMember(changeExtraMember(two, { index: 0, name: 'a', value: '1' }), {
      index: 1,
      name: 'a',
      value: null,
    });
    expect(named.extraHeader).toEqual([
      { name: 'a', value: '1' },
      { name: 'a', value: null },
    ]);
    expect(removeExtraMember(named, 0).extraHeader).toEqual([{ name: 'a', value: null }]);
  });
});

describe('conventions', () => {
  it('keeps only what differs from the environment', () => {
    const changed = setConvention(call, { name: 'timeSigned', value: 'serviceReqTime', inherited: 'timestamp' });
    expect(changed.conventions).toEqual({ timeSigned: 'serviceReqTime' });
    expect(setConvention(changed, { name: 'timeSigned', value: 'timestamp', inherited: 'timestamp' })).toEqual(call);
  });
});

describe('interface and platform', () => {
  it('exchanges a sample for one of the new interface', () => {
    const paged = chooseInterface(call, { profile: ldt6008, id: 'resume' });
    expect(paged.interface).toBe('resume');
    expect(paged.body).toBe(ldt6008.interfaces[1].samples[0].body);
  });

  it('never touches a body that was composed', () => {
    const composed = { ...call, body: '{"aac003":"王五"}' };
    expect(chooseInterface(composed, { profile: ldt6008, id: 'resume' }).body).toBe(composed.body);
  });

  it('drops what belongs to the old platform only when the platform changes', () => {
    const other = { ...ldt6008, id: 'other' };
    const locked = lockField(call, { name: 'nonce', value: 'abc' });
    expect(choosePlatform(locked, { profile: ldt6008, environments: [] })).toBe(locked);
    const moved = choosePlatform(locked, { profile: other, environments: [] });
    expect(moved).toMatchObject({ platform: 'other', interface: 'cardStatus', environment: '', header: {} });
  });

  it('keeps what a platform knows that takes the place of one that is gone', () => {
    const gone: Call = {
      ...call,
      platform: 'gone',
      body: '{"mine":1}',
      header: { nonce: 'abc', ours: '1' },
      conventions: { order: 'bytes', ours: 'x' },
    };
    const moved = replacePlatform(gone, { profile: ldt6008, environments: [] });
    expect(moved).toEqual({
      ...gone,
      platform: 'ldt6008',
      environment: '',
      header: { nonce: 'abc' },
      conventions: { order: 'bytes' },
    });
    const elsewhere = { ...gone, interface: 'ours' };
    expect(replacePlatform(elsewhere, { profile: ldt6008, environments: [] }).body).toBe(cardSample);
  });
});

describe('sameCall', () => {
  it('does not mind the order of records and sees every difference', () => {
    const left = { ...call, header: { a: '1', b: '2' } };
    expect(sameCall(left, { ...call, header: { b: '2', a: '1' } })).toBe(true);
    const different: readonly Partial<Call>[] = [
      { header: { a: '1' } },
      { header: { a: '1', c: '2' } },
      { conventions: { order: 'asSent' } },
      { extraHeader: [{ name: 'a', value: null }] },
      { body: `${call.body} ` },
      { url: 'http://127.0.0.1/' },
      { interface: 'resume' },
      { environment: 'x' },
      { platform: 'x' },
    ];
    for (const change of different) expect(sameCall(left, { ...left, ...change }), JSON.stringify(change)).toBe(false);
  });
});
