import { bytesFromUtf8, utf8FromBytes } from '../crypto/encodings/utf8.ts';
import { addressText, formText } from '../http/form.ts';
import { parseJson } from '../json/json-text.ts';
import { writeJson } from '../json/write-json.ts';
import type { Profile } from '../profile/profile.ts';
import type { PipelineInputs } from './step-kind.ts';
import type { Part, Value } from './value.ts';

export interface SecretText {
  /** Of the key slot or the session's value. */
  readonly name: string;
  readonly text: string;
}

/** Secrets that messages of a platform carry in clear, and what stands for each in a trace: `‹access_token›`. */
export function secretTexts(
  profile: Profile,
  { keys, fields }: Pick<PipelineInputs, 'keys' | 'fields'>,
): readonly SecretText[] {
  const slots = profile.header.flatMap(({ rule }) => (rule.rule === 'secret' ? [rule.slot] : []));
  const named = { ...Object.fromEntries(slots.map((slot) => [slot, keys[slot] ?? ''])), ...fields.session };
  return Object.entries(named)
    .filter(([name, text]) => text !== '' && !profile.session?.openValues?.includes(name))
    .map(([name, text]) => ({ name, text }));
}

/** What stands where a secret stood. */
export function placeholder(name: string): string {
  return `‹${name}›`;
}

/** Takes secrets out of what a trace records. */
export interface SecretHider {
  readonly text: (text: string) => string;
  readonly value: (value: Value) => Value;
}

export function hiderOf(secrets: readonly SecretText[]): SecretHider {
  if (secrets.length === 0) return { text: (text) => text, value: (value) => value };
  const text = textHider(secrets);
  return { text, value: (value) => hideValue(value, text) };
}

/** As they stand there: plain, in JSON and in JSON within JSON, in a form or an address. */
export function textHider(secrets: readonly SecretText[]): (text: string) => string {
  const forms = secrets
    .flatMap(({ name, text }) =>
      [...new Set([text, inJson(text), inJson(inJson(text)), addressText(text), formText(text)])].map((form) => ({
        form,
        shown: placeholder(name),
      })),
    )
    // The longest first: a secret inside another one must not break it up.
    .toSorted((one, other) => other.form.length - one.form.length);
  return (text) => forms.reduce((rest, { form, shown }) => rest.replaceAll(form, shown), text);
}

function inJson(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

/** Bytes that are UTF-8 text are hidden like it; in ciphertext and signatures nobody reads anything. */
export function hideBytes(bytes: Uint8Array, hide: (text: string) => string): Uint8Array {
  let text: string;
  try {
    text = utf8FromBytes(bytes);
  } catch {
    return bytes;
  }
  const hidden = hide(text);
  return hidden === text ? bytes : bytesFromUtf8(hidden);
}

function hideValue(value: Value, hide: (text: string) => string): Value {
  const hideContent = (content: Part['content']): Part['content'] =>
    typeof content === 'string' ? hide(content) : hideBytes(content, hide);
  switch (value.type) {
    case 'text':
      return { type: 'text', text: hide(value.text) };
    case 'json': {
      const text = hide(value.text);
      return text === value.text ? value : { type: 'json', text, root: () => parseJson(text).root };
    }
    case 'bytes':
      return { type: 'bytes', bytes: hideBytes(value.bytes, hide) };
    case 'parts':
      return {
        type: 'parts',
        parts: value.parts.map(({ name, content }) => ({ name, content: hideContent(content) })),
      };
    case 'fields':
      return {
        type: 'fields',
        fields: value.fields.map(({ name, value: node }) => ({
          name,
          value:
            node.type === 'string'
              ? { type: 'string', value: hide(node.value) }
              : parseJson(hide(writeJson(node, 'compact'))).root,
        })),
      };
  }
}
