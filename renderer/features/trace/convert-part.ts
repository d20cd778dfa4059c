import { base64FromBytes } from '../../../shared/crypto/encodings/base64.ts';
import { bytesFromHex, hexFromBytes } from '../../../shared/crypto/encodings/hex.ts';
import { bytesFromUtf8, utf8FromBytes } from '../../../shared/crypto/encodings/utf8.ts';
import { HufuError, type HufuErrorDetail } from '../../../shared/hufu-error.ts';
import type { PartView } from '../../../shared/pipeline/trace-view.ts';

export type ValueForm = 'text' | 'hex' | 'base64';

export type Converted = { readonly text: string } | { readonly failure: HufuErrorDetail };

/** A value that is here whole in the form that is asked for; undefined when only its beginning is here. */
export function convertPart({ form: given, excerpt, cut }: PartView, form: ValueForm): Converted | undefined {
  if (cut) return undefined;
  if (given === form) return { text: excerpt };
  try {
    const bytes = given === 'text' ? bytesFromUtf8(excerpt) : bytesFromHex(excerpt);
    if (form === 'text') return { text: utf8FromBytes(bytes) };
    return { text: form === 'hex' ? hexFromBytes(bytes) : base64FromBytes(bytes) };
  } catch (error) {
    if (error instanceof HufuError) return { failure: error.detail };
    throw error;
  }
}
