import { expect, it } from 'vitest';
import { ldt6008 } from '../providers/ldt6008/profile.ts';
import { environmentFindings } from './environment-findings.ts';

it.each([
  ['B100000KJGK', 0],
  ['', 0],
  ['B100000KJG', 1],
  ['B100000KJG张', 1],
])('an appCode of %s', (appCode, count) => {
  const findings = environmentFindings(ldt6008, { appCode });
  expect(findings).toHaveLength(count);
  for (const finding of findings)
    expect(finding).toMatchObject({ field: 'appCode', clause: expect.any(String) as string });
});
