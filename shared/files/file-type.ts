export interface FileType {
  /** Short and the same in every language: `PDF`. */
  readonly name: string;
  readonly mediaType: string;
  /** Without the dot. */
  readonly extension: string;
}

const types = {
  pdf: { name: 'PDF', mediaType: 'application/pdf', extension: 'pdf' },
  ofd: { name: 'OFD', mediaType: 'application/ofd', extension: 'ofd' },
  png: { name: 'PNG', mediaType: 'image/png', extension: 'png' },
  jpeg: { name: 'JPEG', mediaType: 'image/jpeg', extension: 'jpg' },
  gif: { name: 'GIF', mediaType: 'image/gif', extension: 'gif' },
  webp: { name: 'WEBP', mediaType: 'image/webp', extension: 'webp' },
  bmp: { name: 'BMP', mediaType: 'image/bmp', extension: 'bmp' },
  tiff: { name: 'TIFF', mediaType: 'image/tiff', extension: 'tif' },
  zip: { name: 'ZIP', mediaType: 'application/zip', extension: 'zip' },
  gzip: { name: 'GZIP', mediaType: 'application/gzip', extension: 'gz' },
} as const satisfies Readonly<Record<string, FileType>>;

/** What is none of the known types. */
export const unknownFile: FileType = { name: 'BIN', mediaType: 'application/octet-stream', extension: 'bin' };

interface FileEnds {
  /** The first bytes, 32 or more where the file has so many. */
  readonly head: Uint8Array;
  /** The last bytes: those of a ZIP hold the names of its members. Asked for only where they tell something. */
  readonly tail: () => Uint8Array;
}

/** The type that the bytes themselves say; undefined when they say none. */
export function fileTypeOf({ head, tail }: FileEnds): FileType | undefined {
  if (begins(head, '%PDF-')) return types.pdf;
  if (begins(head, '\x89PNG\r\n\x1a\n')) return types.png;
  if (begins(head, '\xff\xd8\xff')) return types.jpeg;
  if (begins(head, 'GIF87a') || begins(head, 'GIF89a')) return types.gif;
  if (begins(head, 'RIFF') && begins(head, 'WEBP', 8)) return types.webp;
  if (begins(head, 'II*\0') || begins(head, 'MM\0*')) return types.tiff;
  if (begins(head, '\x1f\x8b\x08')) return types.gzip;
  if (begins(head, 'PK\x03\x04')) return holdsOfd(head) || holdsOfd(tail()) ? types.ofd : types.zip;
  if (begins(head, 'BM') && isBitmapHeader(head)) return types.bmp;
  return undefined;
}

/** Two letters say little: behind them stand four zero bytes (reserved) and the size of a known header. */
function isBitmapHeader(head: Uint8Array): boolean {
  return (
    begins(head, '\0\0\0\0', 6) && [12, 40, 52, 56, 64, 108, 124].includes(head[14] ?? 0) && begins(head, '\0\0\0', 15)
  );
}

const ofdRoot = 'OFD.xml';

/** GB/T 33190: a ZIP with a member `OFD.xml` at its root. Its name stands in a local header and in the directory at the end. */
function holdsOfd(bytes: Uint8Array): boolean {
  for (let offset = 0; offset + ofdRoot.length <= bytes.length; offset += 1) {
    if (bytes[offset] !== 0x4f || !begins(bytes, ofdRoot, offset)) continue;
    // The length of the name stands 4 bytes before it in a local header, 18 in an entry of the directory.
    const local = offset >= 30 && begins(bytes, 'PK\x03\x04', offset - 30) && bytes[offset - 4] === ofdRoot.length;
    const listed = offset >= 46 && begins(bytes, 'PK\x01\x02', offset - 46) && bytes[offset - 18] === ofdRoot.length;
    if (local || listed) return true;
  }
  return false;
}

/** Characters of `magic` are bytes. */
function begins(bytes: Uint8Array, magic: string, at = 0): boolean {
  for (let index = 0; index < magic.length; index += 1) {
    if (bytes[at + index] !== magic.charCodeAt(index)) return false;
  }
  return true;
}
