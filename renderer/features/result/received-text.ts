import { quoteJsonString } from '../../../shared/json/quote-json-string.ts';
import type { TraceSummary } from '../../../shared/model/call-record.ts';
import { findSlot } from '../trace/find-slot.ts';
import { prettyJson } from '../trace/pretty-json.ts';

/**
 * A received message laid out anew from its header members and its body, for reading: where a trace does not hold the
 * message itself. Undefined when the answer was no message.
 */
export function receivedText(response: TraceSummary): string | undefined {
  const header = findSlot(response, 'header');
  const [body] = findSlot(response, 'bodyReceived');
  if (header.length === 0 || !body) return undefined;
  const members = header.map(({ part }) => `    ${quoteJsonString(part.name)}: ${quoteJsonString(part.excerpt)}`);
  const { excerpt, cut } = body.part;
  const bodyText = cut ? `${excerpt}…` : (prettyJson(excerpt)?.replaceAll('\n', '\n  ') ?? excerpt);
  return `{\n  "header": {\n${members.join(',\n')}\n  },\n  "body": ${bodyText}\n}`;
}
