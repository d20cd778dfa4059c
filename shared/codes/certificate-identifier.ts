import { wrongCheckCharacter, type CodeFault } from './code-fault.ts';
import { checkCharacter } from './mod-37-36.ts';

/** Of the identifiers of electronic licences (GB/T 36904). */
const root = '1.2.156.3005.2';

interface Parts {
  /** Code of the licence type, 21 characters. */
  readonly type: string;
  /** 统一社会信用代码 of the issuer, 18 characters. */
  readonly issuer: string;
  /** At most 32 characters. */
  readonly serial: string;
  /** Three characters. */
  readonly version: string;
}

/** `1.2.156.3005.2.<type>.<issuer>.<serial>.<version>.<check>`; the check character is over the parts without the dots. */
export function certificateIdentifier({ type, issuer, serial, version }: Parts): string {
  const check = checkCharacter(`${type}${issuer}${serial}${version}`);
  if (check === undefined) throw new TypeError('Parts of an identifier are digits and capital letters');
  return [root, type, issuer, serial, version, check].join('.');
}

const partForms = [
  { zh: '证照类型代码', en: 'the type of licence', form: /^[\dA-Z]{21}$/, length: '21' },
  { zh: '颁发机构代码', en: 'the issuer', form: /^[\dA-Z]{18}$/, length: '18' },
  { zh: '流水号', en: 'the serial', form: /^[\dA-Z]{1,32}$/, length: '1–32' },
  { zh: '版本号', en: 'the version', form: /^[\dA-Z]{3}$/, length: '3' },
  { zh: '校验位', en: 'the check character', form: /^[\dA-Z]$/, length: '1' },
] as const;

/** What is wrong with an identifier of a licence (证照标识): root, five parts, check character by ISO/IEC 7064 MOD 37,36. */
export function certificateIdentifierFault(text: string): CodeFault | undefined {
  if (!text.startsWith(`${root}.`)) {
    return form({ zh: `证照标识应以 ${root}. 开头。`, en: `A licence identifier begins with ${root}.` });
  }
  const parts = text.slice(root.length + 1).split('.');
  if (parts.length !== partForms.length) {
    return form({
      zh: `证照标识在 ${root}. 之后应有 5 段（类型、机构、流水号、版本、校验位），实际 ${parts.length} 段。`,
      en: `A licence identifier has 5 parts after ${root}. (type, issuer, serial, version, check character) and this has ${parts.length}.`,
    });
  }
  const wrong = partForms.findIndex((part, index) => !part.form.test(parts[index] ?? ''));
  const part = partForms[wrong];
  if (part) {
    const found = [...(parts[wrong] ?? '')].length;
    return form({
      zh: `证照标识第 ${wrong + 1} 段（${part.zh}）应为 ${part.length} 位数字或大写字母，实际 ${found} 位或有别的字符。`,
      en: `Part ${wrong + 1} of the licence identifier, ${part.en}, should have ${part.length} digits or capital letters; it has ${found} characters, or others among them.`,
    });
  }
  const expected = checkCharacter(parts.slice(0, 4).join('')) ?? '';
  const found = parts[4] ?? '';
  return found === expected ? undefined : wrongCheckCharacter({ expected, found }, 'GB/T 36904');
}

function form(message: CodeFault['message']): CodeFault {
  return { fault: 'form', message };
}
