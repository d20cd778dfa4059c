import type { BytesValue, Part, PartsValue, TextValue } from './value.ts';

type Content = TextValue | BytesValue | PartsValue;

/** Applies `change` to a text or to the text of each part. */
export function mapText(value: Content, change: (text: string) => Part['content']): Content {
  return mapContent(value, (content) => {
    if (typeof content !== 'string') throw new TypeError('The step wants text and was given bytes');
    return change(content);
  });
}

/** Applies `change` to bytes or to the bytes of each part. */
export function mapBytes(value: Content, change: (bytes: Uint8Array) => Part['content']): Content {
  return mapContent(value, (content) => {
    if (typeof content === 'string') throw new TypeError('The step wants bytes and was given text');
    return change(content);
  });
}

function mapContent(value: Content, change: (content: Part['content']) => Part['content']): Content {
  if (value.type === 'parts') {
    return { type: 'parts', parts: value.parts.map(({ name, content }) => ({ name, content: change(content) })) };
  }
  const changed = change(value.type === 'text' ? value.text : value.bytes);
  return typeof changed === 'string' ? { type: 'text', text: changed } : { type: 'bytes', bytes: changed };
}
