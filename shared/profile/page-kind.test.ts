import { expect, it } from 'vitest';
import { builtInProviders } from '../providers/providers.ts';
import { factsOfCall } from './condition.ts';
import { resolveConventions } from './conventions.ts';
import { pageKind } from './page-kind.ts';

it.each([
  ['db32t3761', 'page', 'page'],
  ['db11t2290', 'viewLicense', 'page'],
  ['db51t2942', 'file', 'file'],
  ['db11t2290', 'currentUser', undefined],
  ['ldt6008', 'cardStatus', undefined],
])('%s %s answers %s', (platform, id, expected) => {
  const { profile } = builtInProviders.find(platform);
  const conventions = resolveConventions(profile, {});
  expect(pageKind(profile, factsOfCall(profile, { conventions, interface: id }))).toBe(expected);
});
