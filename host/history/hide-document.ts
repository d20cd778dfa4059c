import type { Bilingual } from '../../shared/bilingual.ts';
import { jsonString } from '../../shared/json/json-node.ts';
import { writeJson } from '../../shared/json/write-json.ts';
import type { Call } from '../../shared/model/call.ts';
import type { Trace } from '../../shared/pipeline/trace.ts';
import type { Field } from '../../shared/pipeline/value.ts';
import type { Profile } from '../../shared/profile/profile.ts';
import type { HufuErrorDetail } from '../../shared/hufu-error.ts';
import { hidePersonal, publicTexts, withoutQuote, type Hiding } from '../../shared/privacy/hide-personal.ts';
import { isTelling, personalTexts, withoutTexts } from '../../shared/privacy/personal-texts.ts';
import { maskText } from '../../shared/privacy/mask-text.ts';
import { isRuled, typedTexts } from '../../shared/privacy/typed-texts.ts';
import { hideHeaders, hideHttp, hideQuery } from './hide-http.ts';
import { plainTrace, reviveTrace, type HistoryDocument } from './history-document.ts';

/**
 * A call without personal data: for an environment that keeps no bodies, and for what is handed to others. What a body
 * says is hidden in the body, and wherever else it is said again: in an address, a header, a sentence about it.
 */
export function hideDocument(
  document: HistoryDocument,
  { hiding, profile }: { readonly hiding: Hiding; readonly profile: Profile | undefined },
): HistoryDocument {
  const { format, record, request, response, wire } = document;
  const traces = response ? [request, response] : [request];
  const known = new Set(traces.flatMap((trace) => [...publicTexts(trace, profile)]));
  // What the header says by its own rules (appCode, serviceCode) may stand in a body too.
  const personal = new Set(
    traces
      .flatMap((trace) => [...personalTexts(trace), ...[...typedTexts(trace, profile)].filter(isTelling)])
      .filter((text) => !known.has(text)),
  );
  const hidden: HistoryDocument = {
    format,
    record: {
      ...record,
      ...(hiding === 'masked' && { title: interfaceTitle(record.call, profile) }),
      call: hideCall(record.call, { hiding, known, profile }),
      url: hideQuery(record.url),
      ...(record.http && { http: hideHttp(record.http, known) }),
      bodiesKept: false,
      ...(record.error && { error: hideError(record.error) }),
    },
    request: hideTyped(hidePersonal(request, { hiding, profile }), profile),
    ...(response && { response: hideTyped(hidePersonal(response, { hiding, profile }), profile) }),
    wire: {
      ...wire,
      headers: hideHeaders(wire.headers, known),
      body: null,
      ...(wire.answer !== undefined && { answer: null }),
    },
  };
  const { id, call } = hidden.record;
  const { response: answer, ...rest } = hidden;
  const scrubbed = withoutTexts(
    { ...rest, request: plainTrace(hidden.request), ...(answer && { response: plainTrace(answer) }) },
    personal,
  );
  return {
    ...scrubbed,
    record: { ...scrubbed.record, id, call: { ...scrubbed.record.call, platform: call.platform } },
    request: reviveTrace(scrubbed.request),
    ...(scrubbed.response && { response: reviveTrace(scrubbed.response) }),
  };
}

/** Header values in their own places, short ones too. */
function hideTyped(trace: Trace, profile: Profile | undefined): Trace {
  const typed = typedTexts(trace, profile);
  const hide = ({ name, value }: Field): Field => {
    const text = value.type === 'string' ? value.value : writeJson(value, 'compact');
    return typed.has(text) ? { name, value: jsonString(asterisks(text)) } : { name, value };
  };
  return {
    ...trace,
    steps: trace.steps.map((step) => ({
      ...step,
      outputs: step.outputs.map((output) =>
        output.value?.type === 'fields'
          ? { ...output, value: { type: 'fields' as const, fields: output.value.fields.map(hide) } }
          : output,
      ),
    })),
  };
}

interface HidingCall {
  readonly hiding: Hiding;
  readonly known: ReadonlySet<string>;
  readonly profile: Profile | undefined;
}

function hideCall(call: Call, { hiding, known, profile }: HidingCall): Call {
  return {
    ...call,
    header: Object.fromEntries(
      Object.entries(call.header).map(([name, value]) => [
        name,
        isRuled(profile, { name, value }) ? value : asterisks(value),
      ]),
    ),
    extraHeader: call.extraHeader.map(({ name, value }) => ({ name, value: value === null ? null : asterisks(value) })),
    url: hideQuery(call.url),
    body: hiding === 'masked' ? maskText(call.body, known) : '',
    variables: {},
  };
}

/** A request's own title is the user's, and may name whom it was about. */
function interfaceTitle(call: Call, profile: Profile | undefined): Bilingual {
  const title = profile?.interfaces.find(({ id }) => id === call.interface)?.title ?? profile?.title;
  return title ?? { zh: call.platform, en: call.platform };
}

function asterisks(text: string): string {
  return '*'.repeat([...text].length);
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
