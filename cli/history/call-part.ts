import type { HistoryDocument } from '../../host/history/history-document.ts';
import { hexFromBytes } from '../../shared/crypto/encodings/hex.ts';
import { partsOf } from '../../shared/pipeline/trace-view.ts';

/** The workbench's views of a call that are texts, by their names there. */
export const callParts = [
  'request-plain',
  'request-signed',
  'request-encrypted',
  'response-encrypted',
  'response-verified',
  'response-decrypted',
] as const;
export type CallPart = (typeof callParts)[number];

/** Each from the first of these slots that was written. */
const slots: Readonly<Record<CallPart, readonly string[]>> = {
  'request-plain': ['plaintext', 'bodySent', 'body'],
  'request-signed': ['stringToSign', 'bytesToSign'],
  'request-encrypted': ['message'],
  'response-encrypted': ['received'],
  'response-verified': ['header'],
  'response-decrypted': ['body', 'plaintext'],
};

/** The texts of a view, bytes as hex, with names where there are several; empty when the call has nothing there. */
export function callPart(
  { request, response }: HistoryDocument,
  part: CallPart,
): readonly { readonly name: string; readonly text: string }[] {
  const steps = (part.startsWith('request') ? request : response)?.steps ?? [];
  for (const slot of slots[part]) {
    const value = steps.findLast(({ outputs }) => outputs.some((output) => output.slot === slot))?.outputs;
    const written = value?.find((output) => output.slot === slot)?.value;
    if (written) {
      return partsOf(written).map(({ name, content }) => ({
        name,
        text: typeof content === 'string' ? content : hexFromBytes(content),
      }));
    }
  }
  return [];
}
