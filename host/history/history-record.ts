import type { CryptoEngine } from '../../shared/crypto/engine.ts';
import { hexFromBytes } from '../../shared/crypto/encodings/hex.ts';
import { HufuError } from '../../shared/hufu-error.ts';
import type { HistoryEntry } from '../../shared/model/history.ts';
import type { Trace } from '../../shared/pipeline/trace.ts';
import { partsOf } from '../../shared/pipeline/trace-view.ts';
import type { Profile } from '../../shared/profile/profile.ts';
import { reviveTrace, slotsOf, type HistoryDocument } from './history-document.ts';
import type { HistoryRecord, LoadedRecord } from './history-store.ts';
import { packDocument, unpackDocument } from './pack-document.ts';

/** Values longer than this are files of their own. */
const bodyLimit = 64 * 1024;
/** Characters of each text that a search looks in. */
const searchLimit = 20_000;

/** A call as the store takes it. `engine` names bodies by SM3; a platform that is not known here has no profile. */
export function historyRecordOf(
  document: HistoryDocument,
  { engine, profile }: { readonly engine: CryptoEngine; readonly profile: Profile | undefined },
): HistoryRecord {
  const digest = (bytes: Uint8Array): string => hexFromBytes(engine.sm3(bytes));
  const { text, bodies } = packDocument(document, { digest, limit: bodyLimit });
  const size = Buffer.byteLength(text) + bodies.reduce((sum, { bytes }) => sum + bytes.length, 0);
  return { entry: entryOf(document, { size, profile }), text: searchText(document), document: text, bodies };
}

/** Throws `history.newerFormat`; anything else that is wrong with it is damage. */
export function documentOf({ document, bodies }: Pick<LoadedRecord, 'document' | 'bodies'>): HistoryDocument {
  const unpacked = unpackDocument({ text: document, bodies }) as HistoryDocument;
  const { format } = unpacked as { format: unknown };
  if (format !== 1) throw newerFormat(format);
  return {
    ...unpacked,
    request: reviveTrace(unpacked.request),
    ...(unpacked.response && { response: reviveTrace(unpacked.response) }),
  };
}

function entryOf(
  { record, request }: HistoryDocument,
  { size, profile }: { readonly size: number; readonly profile: Profile | undefined },
): HistoryEntry {
  const { id, requestId, title, call, url, startedAt, verdict, status, http, bodiesKept } = record;
  const messageId = messageIdOf(request, profile);
  return {
    id,
    ...(requestId !== undefined && { requestId }),
    title,
    platform: call.platform,
    interface: call.interface,
    environment: call.environment,
    url,
    startedAt,
    verdict,
    ...(status && { status: { code: status.code, meaning: status.meaning } }),
    ...(http && { http: { status: http.status, milliseconds: http.timings.total } }),
    ...(messageId !== undefined && { messageId }),
    size,
    bodiesKept,
    pinned: false,
    note: '',
    tags: [],
  };
}

/** The header field that the platform's profile gives a serial. */
function messageIdOf(request: Trace, profile: Profile | undefined): string | undefined {
  const field = profile?.header.find(({ rule }) => rule.rule === 'serial')?.name;
  const header = slotsOf(request).get('header');
  if (field === undefined || header?.type !== 'fields') return undefined;
  const node = header.fields.find(({ name }) => name === field)?.value;
  return node?.type === 'string' ? node.value : undefined;
}

/** Header and plaintext of both messages. */
function searchText({ request, response }: HistoryDocument): string {
  return [request, response]
    .flatMap((trace) => {
      if (!trace) return [];
      const slots = slotsOf(trace);
      const value = slots.get('body') ?? slots.get('plaintext') ?? slots.get('composed') ?? slots.get('received');
      return [slots.get('header'), value].flatMap((found) =>
        found
          ? partsOf(found).map(({ content }) => (typeof content === 'string' ? content.slice(0, searchLimit) : ''))
          : [],
      );
    })
    .filter((text) => text !== '')
    .join('\n')
    .toWellFormed();
}

function newerFormat(format: unknown): HufuError {
  return new HufuError({
    code: 'history.newerFormat',
    text: {
      zh: `这条历史的格式版本是 ${String(format)}，本程序只认识 1；请使用更新版本的 Hufu。`,
      en: `This call was kept in format ${String(format)} and this program knows format 1; use a newer Hufu.`,
    },
  });
}
