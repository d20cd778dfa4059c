import type { Bilingual } from '../bilingual.ts';
import type { RandomBytes } from '../crypto/engine.ts';
import { certificateIdentifierFault } from './certificate-identifier.ts';
import type { CodeFault } from './code-fault.ts';
import { identityNumberFault } from './identity-number.ts';
import type { CodeCheckName } from './names.ts';
import {
  syntheticCertificateIdentifier,
  syntheticIdentityNumber,
  syntheticUnifiedCreditCode,
} from './synthetic-codes.ts';
import { unifiedCreditCodeFault } from './unified-credit-code.ts';

export interface CodeCheck {
  readonly title: Bilingual;
  /** The standard that has the check. */
  readonly clause: string;
  /** Undefined where nothing is wrong. */
  readonly fault: (text: string) => CodeFault | undefined;
  /** A number that passes and belongs to nobody. */
  readonly synthetic: (randomBytes: RandomBytes) => string;
}

export const codeChecks: Readonly<Record<CodeCheckName, CodeCheck>> = {
  identityNumber: {
    title: { zh: '公民身份号码', en: 'citizen identity number' },
    clause: 'GB 11643',
    fault: identityNumberFault,
    synthetic: syntheticIdentityNumber,
  },
  unifiedCreditCode: {
    title: { zh: '统一社会信用代码', en: 'unified social credit code' },
    clause: 'GB 32100',
    fault: unifiedCreditCodeFault,
    synthetic: syntheticUnifiedCreditCode,
  },
  certificateIdentifier: {
    title: { zh: '证照标识', en: 'licence identifier' },
    clause: 'GB/T 36904',
    fault: certificateIdentifierFault,
    synthetic: syntheticCertificateIdentifier,
  },
};
