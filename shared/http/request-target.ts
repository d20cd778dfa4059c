import { HufuError } from '../hufu-error.ts';
import { scalarText } from '../json/json-node.ts';
import type { Value } from '../pipeline/value.ts';
import type { Interface, Profile } from '../profile/profile.ts';
import { addressText } from './form.ts';

/** Where a request of a profile goes, beside the address of its environment. */
export interface RequestTarget {
  readonly method: 'POST' | 'GET';
  /** `/license/abc/create?access_token=…`; empty where everything goes to the environment's address itself. */
  readonly path: string;
  readonly contentType: string;
}

/**
 * Path and query of a request from the slots `path` and `query` that were filled. A field of the path that has no value
 * leaves its `{name}` in place: `requireWholePath` tells.
 */
export function requestTarget(
  { transport }: Profile,
  { chosen, slots }: { readonly chosen: Interface | undefined; readonly slots: ReadonlyMap<string, Value> },
): RequestTarget {
  const { method, path, contentType = transport.contentType } = chosen?.endpoint ?? { ...transport, path: '' };
  const inPath = new Map(fieldsIn(slots, 'path'));
  const filled = path.replaceAll(/\{([^{}]+)\}/g, (whole, name: string) => {
    const value = inPath.get(name);
    return value === undefined ? whole : addressText(value);
  });
  const query = fieldsIn(slots, 'query').map(([name, value]) => `${addressText(name)}=${addressText(value)}`);
  return { method, path: query.length > 0 ? `${filled}?${query.join('&')}` : filled, contentType };
}

/** The whole address of a request. A base that ends in a slash gets no second one. */
export function wholeAddress(base: string, path: string): string {
  if (path === '') return base;
  if (path.startsWith('?')) return base.includes('?') ? `${base}&${path.slice(1)}` : `${base}${path}`;
  return base.replace(/\/+$/, '') + path;
}

/** Throws `call.pathMissing` where a part of the path has no value. */
export function requireWholePath(path: string): void {
  const name = /\{([^{}]+)\}/.exec(path)?.[1];
  if (name === undefined) return;
  throw new HufuError({
    code: 'call.pathMissing',
    field: name,
    text: {
      zh: `没有发送：地址里的 {${name}} 还没有值，请在报文头表单里填写 ${name}。`,
      en: `Not sent: {${name}} in the address has no value yet; enter ${name} in the header form.`,
    },
  });
}

/** The interface that a received request is for, and what its path names: `{item}`. */
export function interfaceAt(
  { interfaces }: Profile,
  { method, path }: { readonly method: string; readonly path: string },
): { readonly chosen: Interface; readonly names: Readonly<Record<string, string>> } | undefined {
  for (const chosen of interfaces) {
    const { endpoint } = chosen;
    if (!endpoint || endpoint.method !== method) continue;
    const names = matchPath(endpoint.path, path);
    if (names) return { chosen, names };
  }
  return undefined;
}

function matchPath(template: string, path: string): Readonly<Record<string, string>> | undefined {
  const wanted = template.split('/');
  const found = path.split('/');
  if (wanted.length !== found.length) return undefined;
  const names: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const text = found[index] ?? '';
    const name = /^\{([^{}]+)\}$/.exec(part)?.[1];
    if (name === undefined ? part !== text : text === '') return undefined;
    if (name !== undefined) names[name] = text;
  }
  return names;
}

function fieldsIn(slots: ReadonlyMap<string, Value>, slot: string): readonly (readonly [string, string])[] {
  const value = slots.get(slot);
  if (value?.type !== 'fields') return [];
  return value.fields.map((field) => [field.name, scalarText(field.value) ?? ''] as const);
}
