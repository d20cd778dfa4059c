import { HufuError } from '../../shared/hufu-error.ts';

const longest = 60;
/** Names that Windows keeps for devices, with any ending, and the one that JavaScript keeps. */
const reserved = /^(?:(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)|__proto__$)/i;

/**
 * The name of an environment's file, from its title: what no file system takes becomes a hyphen, the rest stays as it is
 * written, Chinese too. Throws `environment.name` when nothing is left.
 */
export function environmentId(title: string): string {
  const id = [...title.normalize('NFC')]
    .slice(0, longest)
    .join('')
    // eslint-disable-next-line no-control-regex -- control characters are what is looked for
    .replace(/[\\/:;*?"<>|&$`'\u0000-\u001f\u007f\s]+/gu, '-')
    .replace(/^[-.]+|[-.]+$/g, '');
  if (id !== '' && !reserved.test(id)) return id;
  throw new HufuError({
    code: 'environment.name',
    field: 'title',
    text: {
      zh: `“${title}”不能作为环境名称：文件要用它命名，请包含文字或数字，并避开系统保留的名称。`,
      en: `"${title}" cannot name an environment, since its file is named after it; use letters or digits and no name that the system reserves.`,
    },
  });
}

/** Whether a file's name is one that `environmentId` gives. */
export function isUsableName(name: string): boolean {
  try {
    return environmentId(name) === name;
  } catch {
    return false;
  }
}
