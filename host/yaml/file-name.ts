const longest = 60;
/** In UTF-8: file systems take 255 bytes, with the ending, a number and what is put behind it while it is written. */
const longestBytes = 220;
/** Names that Windows keeps for devices, with any ending, and the one that JavaScript keeps. */
const reserved = /^(?:(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)|__proto__$)/i;

/**
 * The name of a file, without its ending, from a title: what no file system takes becomes a hyphen, the rest stays as it
 * is written, Chinese too. Undefined when nothing is left, or a name that the system keeps for itself.
 */
export function fileNameOf(title: string): string | undefined {
  const name = beginning(title.toWellFormed().normalize('NFC'))
    // eslint-disable-next-line no-control-regex -- control characters are what is looked for
    .replace(/[\\/:;*?"<>|&$`'\u0000-\u001f\u007f\s]+/gu, '-')
    .replace(/^[-.]+|[-.]+$/g, '');
  return name === '' || reserved.test(name) ? undefined : name;
}

function beginning(text: string): string {
  const encoder = new TextEncoder();
  let left = longestBytes;
  const characters = [...text].slice(0, longest);
  const end = characters.findIndex((character) => (left -= encoder.encode(character).length) < 0);
  return (end === -1 ? characters : characters.slice(0, end)).join('');
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
