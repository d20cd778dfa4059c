import { expect, it } from 'vitest';
import { db32t3761 } from '../providers/db32t3761/profile.ts';
import { ldt6008 } from '../providers/ldt6008/profile.ts';
import { conventionInterfaces, isInEffect } from './convention-interfaces.ts';
import { resolveConventions } from './conventions.ts';
import type { Profile } from './profile.ts';

function of(profile: Profile, name: string, choices = {}): readonly string[] {
  const convention = profile.conventions.find((one) => one.name === name);
  if (!convention) throw new Error(`no convention ${name}`);
  return conventionInterfaces(profile, { convention, conventions: resolveConventions(profile, choices) }).map(
    ({ id }) => id,
  );
}

it('names the interfaces that a convention matters to', () => {
  expect(of(db32t3761, 'time')).toEqual(['token']);
  expect(of(db32t3761, 'mode')).toEqual(['identity']);
});

it('asks for the other conventions too', () => {
  expect(of(db32t3761, 'appwordReading')).toEqual([]);
  expect(of(db32t3761, 'appwordReading', { tokenData: 'encrypted' })).toEqual(['token']);
});

it('has every interface of one that says nothing of interfaces', () => {
  expect(of(ldt6008, 'digest')).toHaveLength(ldt6008.interfaces.length);
});

it('has an effect in the call of one interface and not in that of another; in some call where none is chosen', () => {
  const [token, page] = db32t3761.interfaces;
  const [time] = db32t3761.conventions;
  const asked = { convention: time, conventions: resolveConventions(db32t3761, {}) };
  expect([token, page, undefined].map((chosen) => isInEffect(db32t3761, { ...asked, chosen }))).toEqual([
    true,
    false,
    true,
  ]);
});

it('has an effect in a platform whose interfaces are not told', () => {
  const [convention] = ldt6008.conventions;
  const profile: Profile = { ...ldt6008, interfaces: [] };
  expect(isInEffect(profile, { convention, conventions: resolveConventions(profile, {}) })).toBe(true);
});
