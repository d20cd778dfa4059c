import { isAlias, isMap, isScalar, isSeq, type Document, type Node } from 'yaml';
import { HufuError } from '../../shared/hufu-error.ts';

/** A YAML value with every scalar as the text that stands there; null is a plain `null`, `~` or nothing. */
export type PlainValue = string | null | readonly PlainValue[] | { readonly [name: string]: PlainValue };

/**
 * One member of a document. Numbers and dates stay texts: `appCode: 0012` means the four characters. Throws
 * `yaml.alias` for an anchor's alias, which a program has no need for and an attacker does.
 */
export function plainMember(document: Document, name: string): PlainValue | undefined {
  if (!isMap(document.contents)) return undefined;
  const node = document.contents.get(name, true) as Node | undefined;
  return node === undefined ? undefined : plainNode(node);
}

/** `plainMember` of what stands there itself. */
export function plainNode(node: unknown): PlainValue {
  if (isAlias(node)) throw aliasRefused();
  // What a converter has put in.
  if (typeof node === 'string') return node;
  if (isScalar(node)) {
    const text = typeof node.value === 'string' ? node.value : (node.source ?? '');
    return (node.type === undefined || node.type === 'PLAIN') && /^(?:~|null)?$/i.test(text) ? null : text;
  }
  if (isSeq(node)) return node.items.map(plainNode);
  if (isMap(node)) {
    return Object.fromEntries(
      node.items.map(({ key, value }) => [keyText(key), value === null ? null : plainNode(value)]),
    );
  }
  return null;
}

export function keyText(key: unknown): string {
  const text = plainNode(key);
  return typeof text === 'string' ? text : JSON.stringify(text);
}

function aliasRefused(): HufuError {
  return new HufuError({
    code: 'yaml.alias',
    text: {
      zh: '文件里有 YAML 引用（*名称），这里不使用引用，请写出内容',
      en: 'it holds a YAML alias (*name), which is not used here; write the content out',
    },
  });
}
