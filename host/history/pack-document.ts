import { bytesFromBase64, base64FromBytes } from '../../shared/crypto/encodings/base64.ts';
import { bytesFromUtf8, utf8FromBytes } from '../../shared/crypto/encodings/utf8.ts';

/** A text or byte value too large to stand in a document; the document holds its name instead. */
export interface Body {
  /** SM3 of the bytes, lower hex. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface PackedDocument {
  /** JSON text. */
  readonly text: string;
  readonly bodies: readonly Body[];
}

interface PackOptions {
  /** SM3 as lower hex. */
  readonly digest: (bytes: Uint8Array) => string;
  /** Texts (as UTF-8) and bytes of more bytes than this become bodies. */
  readonly limit: number;
}

/**
 * Plain data with byte arrays as JSON text: bytes as `{"$bytes": Base64}`, long ones as `{"$body": name, "as": "text" or
 * "bytes"}`. A member's name that begins with `$` is given another one, so that no data is ever read as a mark. Functions
 * and undefined members are left out.
 */
export function packDocument(document: unknown, { digest, limit }: PackOptions): PackedDocument {
  const bodies = new Map<string, Body>();

  function asBody(bytes: Uint8Array, as: 'text' | 'bytes'): object {
    const name = digest(bytes);
    bodies.set(name, { name, bytes });
    return { $body: name, as };
  }

  function pack(value: unknown): unknown {
    if (typeof value === 'string') {
      // A character has three bytes at most. Half a surrogate pair has no UTF-8 and is kept by JSON's escapes.
      if (value.length * 3 <= limit || !value.isWellFormed()) return value;
      const bytes = bytesFromUtf8(value);
      return bytes.length > limit ? asBody(bytes, 'text') : value;
    }
    if (value instanceof Uint8Array) {
      return value.length > limit ? asBody(value, 'bytes') : { $bytes: base64FromBytes(value) };
    }
    if (Array.isArray(value)) return value.map(pack);
    if (typeof value !== 'object' || value === null) return value;
    return fromEntries(
      Object.entries(value)
        .filter(([, member]) => member !== undefined && typeof member !== 'function')
        .map(([name, member]) => [name.startsWith('$') ? `$${name}` : name, pack(member)]),
    );
  }

  return { text: JSON.stringify(pack(document)), bodies: [...bodies.values()] };
}

/** The same back. Throws for a text that is no such document and for a body that is not there. */
export function unpackDocument({ text, bodies }: PackedDocument): unknown {
  const known = new Map(bodies.map(({ name, bytes }) => [name, bytes]));

  function unpack(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(unpack);
    if (typeof value !== 'object' || value === null) return value;
    const members = value as Readonly<Record<string, unknown>>;
    if (typeof members['$bytes'] === 'string') return bytesFromBase64(members['$bytes']);
    if (typeof members['$body'] === 'string') {
      const bytes = known.get(members['$body']);
      if (!bytes) throw new Error(`The document names a body that is not there: ${members['$body']}`);
      return members['as'] === 'text' ? utf8FromBytes(bytes) : bytes;
    }
    return fromEntries(
      Object.entries(members).map(([name, member]) => [name.startsWith('$') ? name.slice(1) : name, unpack(member)]),
    );
  }

  return unpack(JSON.parse(text));
}

/** `Object.fromEntries`, which defines members and so leaves even `__proto__` a member like any other. */
function fromEntries(entries: readonly (readonly [string, unknown])[]): object {
  return Object.fromEntries(entries);
}
