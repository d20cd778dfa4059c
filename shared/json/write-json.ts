import type { JsonNode } from './json-node.ts';
import { quoteJsonString, quoteJsonStringEscaped } from './quote-json-string.ts';

/** `compact`: no blanks. `pretty`: two blanks a level, LF. `escaped`: compact, non-ASCII as `\uxxxx` in lower case. */
export type JsonStyle = 'compact' | 'pretty' | 'escaped';

/** Writes a node as text: members in their order, numbers as they were written. */
export function writeJson(node: JsonNode, style: JsonStyle): string {
  const quote = style === 'escaped' ? quoteJsonStringEscaped : quoteJsonString;
  const pretty = style === 'pretty';

  function write(value: JsonNode, indent: string): string {
    switch (value.type) {
      case 'string':
        return quote(value.value);
      case 'number':
        return value.text;
      case 'literal':
        return String(value.value);
      case 'array':
        return enclose('[', ']', indent, (inner) => value.items.map((item) => write(item, inner)));
      case 'object':
        return enclose('{', '}', indent, (inner) =>
          value.members.map((member) => `${quote(member.name)}${pretty ? ': ' : ':'}${write(member.value, inner)}`),
        );
    }
  }

  function enclose(open: string, close: string, indent: string, parts: (inner: string) => string[]): string {
    const inner = `${indent}  `;
    const written = parts(inner);
    if (written.length === 0) return open + close;
    return pretty
      ? `${open}\n${inner}${written.join(`,\n${inner}`)}\n${indent}${close}`
      : `${open}${written.join(',')}${close}`;
  }

  return write(node, '');
}
