import { describe, expect, it } from 'vitest';
import { environmentFields } from '../../../../shared/profile/environment-fields.ts';
import type { Profile } from '../../../../shared/profile/profile.ts';
import { ldt6002 } from '../../../../shared/providers/ldt6002/profile.ts';
import { ldt6008 } from '../../../../shared/providers/ldt6008/profile.ts';
import { environmentOf, ofPlatform, typedEnvironment } from './typed-environment.ts';

/** A form in which everything that the platform asks for was typed. */
function filled({ id, conventions, ...profile }: Profile) {
  const [first] = conventions;
  return {
    ...typedEnvironment({ platform: id, url: ' https://gateway.test/ ' }, ' 省厅 '),
    values: Object.fromEntries(environmentFields(profile).map(({ name }) => [name, `of ${id}`])),
    conventions: first ? { [first.name]: first.values.at(-1)?.value ?? '' } : {},
    variables: [{ name: '姓名', value: '张三' }],
    keepsBodies: false,
  };
}

describe('an environment as it is typed', () => {
  it.each([
    [ldt6008, ldt6002],
    [ldt6002, ldt6008],
  ])('starts the platform’s own values and conventions afresh for another platform', (from, to) => {
    const before = filled(from);
    expect(Object.keys(before.values)).not.toEqual([]);
    expect(Object.keys(before.conventions)).not.toEqual([]);
    expect(environmentOf(ofPlatform(before, to.id))).toEqual({
      platform: to.id,
      title: '省厅',
      url: 'https://gateway.test/',
      values: {},
      conventions: {},
      variables: { 姓名: '张三' },
      transport: {},
      keepsBodies: false,
    });
    // Going back does not bring back what the other platform's form did not show.
    expect(ofPlatform(ofPlatform(before, to.id), from.id).values).toEqual({});
  });

  it('stays as it is when the same platform is chosen again', () => {
    const typed = filled(ldt6008);
    expect(ofPlatform(typed, ldt6008.id)).toBe(typed);
  });

  it('is saved as it was when nothing is changed, without what is empty', () => {
    const values = { appCode: 'B100000KJGK' };
    const conventions = { signing: 'other' };
    const variables = { a: '1' };
    const transport = { timeoutSeconds: 5 };
    const kept = { platform: 'ldt6008', url: 'https://a.test', values, conventions, variables, transport };
    const typed = typedEnvironment({ ...kept, keepsBodies: false }, 't');
    expect(environmentOf(typed)).toEqual({ ...kept, title: 't', keepsBodies: false });
    expect(environmentOf({ ...typed, values: { ...values, empty: '' } }).values).toEqual(values);
  });
});
