const longest = 60;
/** Names that Windows keeps for devices, with any ending, and the one that JavaScript keeps. */
const reserved = /^(?:(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)|__proto__$)/i;

/**
 * The name of a file, without its ending, from a title: what no file system takes becomes a hyphen, the rest stays as it
 * is written, Chinese too. Undefined when nothing is left, or a name that the system keeps for itself.
 */
export function fileNameOf(title: string): string | undefined {
  const name = [...title.normalize('NFC')]
    .slice(0, longest)
    .join('')
    // eslint-disable-next-line no-control-regex -- control characters are what is looked for
    .replace(/[\\/:;*?"<>|&$`'\u0000-\u001f\u007f\s]+/gu, '-')
    .replace(/^[-.]+|[-.]+$/g, '');
  return name === '' || reserved.test(name) ? undefined : name;
}

/** Whether a file's name is one that `fileNameOf` gives. */
export function isUsableName(name: string): boolean {
  return fileNameOf(name) === name;
}

/** The name, or with a number behind it the first that is not taken; letters in either case are the same to some systems. */
export function freeName(name: string, isTaken: (name: string) => boolean): string {
  if (!isTaken(name)) return name;
  for (let number = 2; ; number += 1) if (!isTaken(`${name}-${number}`)) return `${name}-${number}`;
}
