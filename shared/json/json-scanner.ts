import { HufuError } from '../hufu-error.ts';
import type { JsonMember, JsonNode } from './json-node.ts';
import { positionAt } from './position.ts';
import { quoteJsonString } from './quote-json-string.ts';

export interface DuplicateMember {
  readonly name: string;
  readonly offset: number;
}

export interface MemberSpan {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** Deep enough for every real message, shallow enough that no input can exhaust the stack. */
const maximumDepth = 500;

const maximumDuplicates = 100;

const quote = 0x22;
const backslash = 0x5c;
const numberPattern = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
/** What may follow inside a string without ending it, being an escape, or being forbidden there (RFC 8259 section 7). */
// oxlint-disable-next-line no-control-regex -- control characters are exactly what a JSON string must not hold
const plainCharacters = /[^"\\\u0000-\u001f]*/y;
const escapes: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

/**
 * One pass over a JSON text (RFC 8259, nothing lenient). Reads it into nodes, or – three times faster, for the live
 * preview – only checks it and writes its compact form. Both ways share each rule and each error.
 */
export class JsonScanner {
  /** The first of them: a hundred tell what is wrong as well as a million do. */
  readonly duplicates: DuplicateMember[] = [];
  /** Where the values of the outermost object's members stand in the text. */
  readonly rootSpans: MemberSpan[] = [];
  readonly #text: string;
  #offset = 0;
  #depth = 0;
  /** Compact form so far, behind which `#copied` marks where the uncopied rest of the text begins. */
  #compact = '';
  #copied = 0;

  constructor(text: string) {
    this.#text = text;
  }

  readDocument(): JsonNode {
    this.#skipBlanks();
    const node = this.#readValue();
    this.#expectEnd();
    return node;
  }

  /** The text without blanks between its tokens and with each string in its shortest form (as JSON.stringify writes). */
  compactDocument(): string {
    this.#skipBlanks();
    this.#checkValue();
    this.#expectEnd();
    return this.#compact + this.#text.slice(this.#copied);
  }

  #readValue(): JsonNode {
    const text = this.#text;
    switch (text[this.#offset]) {
      case '{': {
        const members: JsonMember[] = [];
        this.#members((name) => members.push({ name, value: this.#readValue() }));
        return { type: 'object', members };
      }
      case '[': {
        const items: JsonNode[] = [];
        this.#items(() => items.push(this.#readValue()));
        return { type: 'array', items };
      }
      case '"':
        return { type: 'string', value: this.#string() };
      default: {
        const start = this.#offset;
        this.#scalar();
        const written = text.slice(start, this.#offset);
        if (written === 'true') return { type: 'literal', value: true };
        if (written === 'false') return { type: 'literal', value: false };
        if (written === 'null') return { type: 'literal', value: null };
        return { type: 'number', text: written };
      }
    }
  }

  #checkValue = (): void => {
    switch (this.#text.charCodeAt(this.#offset)) {
      case 0x7b:
        return this.#members(this.#checkValue);
      case 0x5b:
        return this.#items(this.#checkValue);
      case quote:
        return this.#checkString();
      default:
        this.#scalar();
    }
  };

  /** Passes over a string without making it: most of a text is strings, and checking needs none of them. */
  #checkString(): void {
    if (!this.#skipPlainString()) this.#string();
  }

  #name(): string {
    const start = this.#offset;
    return this.#skipPlainString() ? this.#text.slice(start + 1, this.#offset - 1) : this.#string();
  }

  /** False, and nothing moved, for a string with an escape or a surrogate, and for one that does not end. */
  #skipPlainString(): boolean {
    const text = this.#text;
    for (let offset = this.#offset + 1; ; offset += 1) {
      const code = text.charCodeAt(offset);
      if (code === quote) {
        this.#offset = offset + 1;
        return true;
      }
      if (code === backslash || !(code >= 0x20) || (code >= 0xd800 && code < 0xe000)) return false;
    }
  }

  #members(onValue: (name: string) => void): void {
    this.#enter();
    // Few members: looking through a list is faster than a set. Many: a list would take quadratic time.
    const names: string[] = [];
    let many: Set<string> | undefined;
    if (!this.#closes(0x7d)) {
      do {
        this.#skipBlanks();
        const nameOffset = this.#offset;
        if (this.#text.charCodeAt(this.#offset) !== quote)
          this.#fail('a member name in double quotes', '双引号括起的成员名');
        const name = this.#name();
        if (many ? many.has(name) : names.includes(name)) this.#noteDuplicate({ name, offset: nameOffset });
        if (many) many.add(name);
        else if (names.push(name) > 16) many = new Set(names);
        this.#skipBlanks();
        if (this.#text.charCodeAt(this.#offset) !== 0x3a) this.#fail('a colon', '冒号');
        this.#offset += 1;
        this.#skipBlanks();
        const start = this.#offset;
        onValue(name);
        if (this.#depth === 1) this.rootSpans.push({ name, start, end: this.#offset });
      } while (this.#continues(0x7d, '"}"'));
    }
    this.#depth -= 1;
  }

  #noteDuplicate(duplicate: DuplicateMember): void {
    if (this.duplicates.length < maximumDuplicates) this.duplicates.push(duplicate);
  }

  #items(onValue: () => void): void {
    this.#enter();
    if (!this.#closes(0x5d)) {
      do {
        this.#skipBlanks();
        onValue();
      } while (this.#continues(0x5d, '"]"'));
    }
    this.#depth -= 1;
  }

  #enter(): void {
    this.#depth += 1;
    if (this.#depth > maximumDepth) this.#fail(`at most ${maximumDepth} levels`, `不超过 ${maximumDepth} 层嵌套`);
    this.#offset += 1;
  }

  #closes(bracket: number): boolean {
    this.#skipBlanks();
    if (this.#text.charCodeAt(this.#offset) !== bracket) return false;
    this.#offset += 1;
    return true;
  }

  #continues(bracket: number, bracketName: string): boolean {
    if (this.#closes(bracket)) return false;
    if (this.#text.charCodeAt(this.#offset) !== 0x2c) this.#fail(`a comma or ${bracketName}`, `逗号或 ${bracketName}`);
    this.#offset += 1;
    return true;
  }

  #string(): string {
    const text = this.#text;
    const start = this.#offset;
    this.#offset += 1;
    let value = '';
    for (;;) {
      plainCharacters.lastIndex = this.#offset;
      plainCharacters.test(text);
      const end = plainCharacters.lastIndex;
      const plain = text.slice(this.#offset, end);
      this.#offset = end;
      const code = text.charCodeAt(end);
      value = value === '' ? plain : value + plain;
      if (code === quote) break;
      if (code !== backslash) this.#fail('the end of the string (a double quote)', '字符串的结束双引号');
      value += this.#escape();
    }
    this.#offset += 1;
    if (this.#offset - start !== value.length + 2) {
      this.#flush(start);
      this.#compact += quoteJsonString(value);
      this.#copied = this.#offset;
    }
    if (!value.isWellFormed()) this.#failSurrogate(start);
    return value;
  }

  #escape(): string {
    const character = this.#text[this.#offset + 1];
    if (character === 'u') {
      const digits = this.#text.slice(this.#offset + 2, this.#offset + 6);
      if (!/^[\da-fA-F]{4}$/.test(digits)) this.#fail('four hex digits after \\u', '\\u 后面的四位十六进制数');
      this.#offset += 6;
      return String.fromCharCode(Number.parseInt(digits, 16));
    }
    const decoded = character === undefined ? undefined : escapes[character];
    if (decoded === undefined)
      this.#fail('one of \\" \\\\ \\/ \\b \\f \\n \\r \\t \\u', '\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u 之一');
    this.#offset += 2;
    return decoded;
  }

  #scalar(): void {
    const text = this.#text;
    for (const literal of ['true', 'false', 'null']) {
      if (text.startsWith(literal, this.#offset)) {
        this.#offset += literal.length;
        return;
      }
    }
    numberPattern.lastIndex = this.#offset;
    if (!numberPattern.test(text)) this.#fail('a value', '一个值');
    this.#offset = numberPattern.lastIndex;
  }

  #skipBlanks(): void {
    const text = this.#text;
    const start = this.#offset;
    let offset = start;
    for (;;) {
      const code = text.charCodeAt(offset);
      if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) break;
      offset += 1;
    }
    if (offset === start) return;
    this.#flush(start);
    this.#copied = offset;
    this.#offset = offset;
  }

  #flush(end: number): void {
    if (end > this.#copied) this.#compact += this.#text.slice(this.#copied, end);
  }

  #expectEnd(): void {
    this.#skipBlanks();
    if (this.#offset < this.#text.length) this.#fail('the end of the text', '文本结束');
  }

  #fail(expectedEnglish: string, expectedChinese: string): never {
    const position = positionAt(this.#text, this.#offset);
    const character = this.#text.codePointAt(this.#offset);
    const found = character === undefined ? undefined : JSON.stringify(String.fromCodePoint(character));
    throw new HufuError({
      code: 'json.syntax',
      text: {
        zh: `不是有效的 JSON：第 ${position.line} 行第 ${position.column} 列应为${expectedChinese}，实际是${found ?? '文本结束'}。`,
        en: `Not valid JSON: line ${position.line}, column ${position.column}: expected ${expectedEnglish}, found ${found ?? 'the end of the text'}.`,
      },
      position,
    });
  }

  #failSurrogate(offset: number): never {
    const position = positionAt(this.#text, offset);
    throw new HufuError({
      code: 'json.loneSurrogate',
      text: {
        zh: `第 ${position.line} 行第 ${position.column} 列的字符串含有不成对的代理项（半个字符），没有 UTF-8 形式，不能发送。`,
        en: `The string at line ${position.line}, column ${position.column} holds an unpaired surrogate (half a character). It has no UTF-8 form and cannot be sent.`,
      },
      position,
    });
  }
}
