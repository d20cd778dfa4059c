import { describe, expect, it } from 'vitest';
import { parseYaml } from './read-yaml.ts';

const read = (text: string) => {
  const found = parseYaml(new TextEncoder().encode(text));
  return 'reason' in found ? found : undefined;
};

describe('a YAML text that cannot be read', () => {
  it.each([
    ['a tab', 'a:\n\tb: 1\n', '制表符', { line: 2 }],
    ['a name twice', 'a: 1\nb: 2\na: 3\n', '重复', { line: 3, column: 1 }],
    ['an open bracket', 'a: [1, 2\n', '括号', { line: 2 }],
    ['two names on a line', 'a: b: c\n', '分成两行', { line: 1 }],
    ['a backslash in double quotes', 'a: "\\x"\n', '转义', { line: 1 }],
  ])('says what is wrong and where: %s', (_what, text, zh, position) => {
    const found = read(text);
    expect(found?.position).toMatchObject(position);
    expect(found?.reason.zh).toContain(zh);
    expect(found?.reason.en).not.toMatch(/\p{Script=Han}|at line/u);
  });

  it('says nothing of one that is in order', () => expect(read('a: {b: [1, 2]}\n')).toBeUndefined());
});
