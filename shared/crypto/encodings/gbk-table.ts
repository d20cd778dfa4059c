/** GBK both ways by table. 0 stands for none: neither U+0000 nor code 0 is a form of two bytes. */
export interface GbkTable {
  /** UTF-16 unit of a code of two bytes. */
  readonly units: Uint16Array;
  /** Code of a UTF-16 unit; GBK has no character above U+FFFF. */
  readonly codes: Uint16Array;
}

let table: GbkTable | undefined;

/**
 * Made on first use (a few milliseconds) by asking the platform's decoder for every code. Only what all decoders agree
 * on is kept, so that the same text gives the same bytes in a browser, in Node and at a peer: the 21,791 characters of
 * GBK and its user-defined zones.
 */
export function gbkTable(): GbkTable {
  return (table ??= invertDecoder());
}

/**
 * Codes that some decoders give a private-use character and others one that entered Unicode later (WHATWG follows
 * GB 18030-2022, ICU and Windows the table of 1995), or that only some have at all. A2E3 is the euro sign, which
 * others write as 80.
 */
const disputed: ReadonlyArray<readonly [first: number, last: number]> = [
  [0xa2e3, 0xa2e3],
  [0xa3a0, 0xa3a0],
  [0xa6d9, 0xa6df],
  [0xa6ec, 0xa6ed],
  [0xa6f3, 0xa6f3],
  [0xa8bc, 0xa8bc],
  [0xa8bf, 0xa8bf],
  [0xa989, 0xa995],
  [0xfe50, 0xfea0],
];

/** The user-defined zones are U+E000 to U+E765; private-use characters behind them mark gaps of the table. */
const firstGap = 0xe766;
const lastGap = 0xf8ff;
const replacement = 0xfffd;

function invertDecoder(): GbkTable {
  const candidates = codesOfTwoBytes();
  // A line end behind each code keeps a lead byte that is none from taking the next code with it.
  const bytes = new Uint8Array(candidates.length * 3);
  candidates.forEach((code, index) => bytes.set([code >> 8, code & 0xff, 0x0a], index * 3));
  const decoded = new TextDecoder('gbk', { fatal: false, ignoreBOM: true }).decode(bytes).split('\n');

  const units = new Uint16Array(0x10000);
  const codes = new Uint16Array(0x10000);
  candidates.forEach((code, index) => {
    const character = decoded[index] ?? '';
    const unit = character.charCodeAt(0);
    if (character.length !== 1 || unit === replacement || (unit >= firstGap && unit <= lastGap)) return;
    if (disputed.some(([first, last]) => code >= first && code <= last)) return;
    units[code] = unit;
    codes[unit] = code;
  });
  return { units, codes };
}

function codesOfTwoBytes(): number[] {
  const codes: number[] = [];
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) if (trail !== 0x7f) codes.push((lead << 8) | trail);
  }
  return codes;
}
