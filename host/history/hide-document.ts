import type { Call } from '../../shared/model/call.ts';
import type { HufuErrorDetail } from '../../shared/hufu-error.ts';
import { hidePersonal, publicTexts, withoutQuote, type Hiding } from '../../shared/privacy/hide-personal.ts';
import { maskText } from '../../shared/privacy/mask-text.ts';
import type { HistoryDocument } from './history-document.ts';

/** A call without personal data: for an environment that keeps no bodies, and for what is handed to others. */
export function hideDocument(
  { format, record, request, response, wire }: HistoryDocument,
  hiding: Hiding,
): HistoryDocument {
  const known = new Set([...publicTexts(request), ...(response ? publicTexts(response) : [])]);
  return {
    format,
    record: {
      ...record,
      call: hideCall(record.call, { hiding, known }),
      bodiesKept: false,
      ...(record.error && { error: hideError(record.error) }),
    },
    request: hidePersonal(request, hiding),
    ...(response && { response: hidePersonal(response, hiding) }),
    wire: { ...wire, body: null, ...(wire.answer !== undefined && { answer: null }) },
  };
}

function hideCall(call: Call, { hiding, known }: { hiding: Hiding; known: ReadonlySet<string> }): Call {
  return { ...call, body: hiding === 'masked' ? maskText(call.body, known) : '', variables: {} };
}

/** An answer that is no message is quoted in the words about it. */
function hideError(error: HufuErrorDetail): HufuErrorDetail {
  if (error.code !== 'answer.notMessage') {
    const { message } = withoutQuote({ ...error, severity: 'error', message: error.text });
    return { ...error, text: message };
  }
  return {
    ...error,
    text: {
      zh: '对方的回答不是平台的报文；开头的文字没有保留。请核对地址和中间的网关。',
      en: 'The answer is no message of the platform; how it begins was not kept. Check the address and any gateway in between.',
    },
  };
}
