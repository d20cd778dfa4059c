import { base64FromBytes } from '../../shared/crypto/encodings/base64.ts';
import { hexFromBytes } from '../../shared/crypto/encodings/hex.ts';
import { utf8FromBytes } from '../../shared/crypto/encodings/utf8.ts';
import type { CryptoEngine } from '../../shared/crypto/engine.ts';
import { compareCalls } from '../../shared/compare/compare-calls.ts';
import { HufuError } from '../../shared/hufu-error.ts';
import type { CallRecord } from '../../shared/model/call-record.ts';
import type { Providers } from '../../shared/providers/providers.ts';
import { defaultRetention, retentionSchema, type HistoryEntry, type Retention } from '../../shared/model/history.ts';
import { bodiesNotKept, rememberTraces, type CallService } from '../calls/create-call-service.ts';
import type { TraceMemory } from '../calls/trace-memory.ts';
import type { SettingsStore } from '../store/settings-store.ts';
import { readExport, writeExport } from './export-file.ts';
import { hideDocument } from './hide-document.ts';
import { slotsOf, type HistoryDocument } from './history-document.ts';
import { documentOf, historyRecordOf } from './history-record.ts';
import type { HistoryService } from './history-service.ts';
import type { HistoryThreads } from './history-store.ts';

export interface HistoryServiceOptions {
  readonly threads: HistoryThreads;
  readonly engine: CryptoEngine;
  readonly providers: Providers;
  readonly traces: TraceMemory;
  readonly settings: SettingsStore;
  readonly calls: Pick<CallService, 'send' | 'sendExactly'>;
  /** `RequestFolder.path` of a saved request; empty when it is gone. */
  readonly folderOf: (requestId: string | undefined) => string;
}

export interface OwnHistoryService extends HistoryService {
  /** A trace of a call that is no longer in memory is fetched, so that its values can be asked for. */
  recall(traceId: string): Promise<void>;
}

const retentionSetting = 'history.retention';

export function createHistoryService(options: HistoryServiceOptions): OwnHistoryService {
  const { threads, engine, providers, traces, settings, calls, folderOf } = options;
  const profileOf = ({ request }: HistoryDocument) => providers.known(request.platform)?.profile;
  let tidied: Promise<void> | undefined;

  /** Once, before the first look: what the last run left open is closed, and what is too old goes. */
  function tidy(): Promise<void> {
    tidied ??= closeAndClean();
    return tidied;
  }

  async function closeAndClean(): Promise<void> {
    await threads.closeInterrupted();
    // Nobody waits for it; what cannot be removed today is removed another day.
    threads.clean(retention()).catch(() => undefined);
  }

  function retention(): Retention {
    return retentionSchema.safeParse(settings.get(retentionSetting)).data ?? defaultRetention;
  }

  async function load(id: string): Promise<{ readonly entry: HistoryEntry; readonly document: HistoryDocument }> {
    const loaded = await threads.load(id);
    return { entry: loaded.entry, document: documentOf(loaded) };
  }

  async function recall(traceId: string): Promise<void> {
    const id = /^(.*)\/(?:request|response)$/.exec(traceId)?.[1];
    if (id === undefined || traces.find(traceId)) return;
    rememberTraces(traces, (await load(id)).document);
  }

  return {
    recall,
    async list(query) {
      await tidy();
      return threads.list(query);
    },
    async facets() {
      await tidy();
      return threads.facets();
    },
    async show(id) {
      await tidy();
      const { entry, document } = await load(id);
      const { record } = document;
      return { entry, record: { ...record, verdict: entry.verdict, ...tracesOf(traces, document) } };
    },
    async wire({ id, side, form }) {
      const { wire } = (await load(id)).document;
      const bytes = side === 'request' ? wire.body : wire.answer;
      if (bytes === null) throw bodiesNotKept();
      if (bytes === undefined) throw noAnswer();
      if (form === 'text') return utf8FromBytes(bytes);
      return form === 'hex' ? hexFromBytes(bytes) : base64FromBytes(bytes);
    },
    async compare({ left, right }) {
      const [one, other] = await Promise.all([load(left), load(right)]);
      return compareCalls({
        left: comparableOf(one.document),
        right: comparableOf(other.document),
        profile: profileOf(one.document),
      });
    },
    mark: threads.mark,
    remove: threads.remove,
    restore: threads.restore,
    async export({ ids, form }) {
      const loaded = await Promise.all(ids.map(load));
      return writeExport(
        loaded.map(({ entry, document }) => ({
          entry,
          document:
            form === 'masked' ? hideDocument(document, { hiding: 'masked', profile: profileOf(document) }) : document,
        })),
        { form },
      );
    },
    async import(text) {
      const { calls: found, problems } = readExport(text);
      const importedAt = Date.now();
      const records = found.map(({ document, marks }) => {
        const record = historyRecordOf(document, { engine, profile: profileOf(document) });
        return { ...record, entry: { ...record.entry, ...marks, importedAt } };
      });
      const taken = await threads.take(records);
      return { ...taken, problems: [...problems, ...taken.problems] };
    },
    retention,
    async setRetention(limits) {
      settings.set(retentionSetting, limits);
      await threads.clean(limits);
    },
    async sendExactly(id, signal) {
      return calls.sendExactly((await load(id)).document, signal);
    },
    async signAndSend(id, signal) {
      const { record } = (await load(id)).document;
      if (!record.bodiesKept) throw bodiesNotKept();
      const { call, requestId } = record;
      return calls.send({ call, drawn: {}, folder: folderOf(requestId), requestId }, signal);
    },
  };
}

/** Whole as this session has them, where the history keeps less. */
function tracesOf(traces: TraceMemory, document: HistoryDocument): Pick<CallRecord, 'request' | 'response'> {
  const { id } = document.record;
  const request = traces.find(`${id}/request`) ?? document.request;
  const response = traces.find(`${id}/response`) ?? document.response;
  return rememberTraces(traces, { ...document, request, ...(response && { response }) });
}

/** A call as `compareCalls` takes it. */
export function comparableOf({ record, request, response }: HistoryDocument) {
  return {
    record,
    request: { trace: request, slots: slotsOf(request) },
    ...(response && { response: { trace: response, slots: slotsOf(response) } }),
  };
}

function noAnswer(): HufuError {
  return new HufuError({
    code: 'history.noAnswer',
    text: { zh: '这次调用没有收到应答。', en: 'No answer came to this call.' },
  });
}
