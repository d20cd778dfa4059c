import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bytesFromBase64 } from '../../shared/crypto/encodings/base64.ts';
import type { RequestFolder, RequestSummary } from '../../shared/model/workspace.ts';
import { builtInPlatforms } from '../../shared/providers/built-in.ts';
import { demoFile, validIdentifier } from '../../shared/providers/db51t2942/register.ts';
import { onePagePdf } from '../../shared/simulator/one-page-pdf.ts';
import { createHost } from '../create-host.ts';
import { inlineHistory } from '../history/inline-history.ts';
import type { Host } from '../host.ts';

/** What the note of each sample promises; a status, or the code of what keeps the call from being sent. */
const promised: Readonly<Record<string, readonly string[]>> = {
  'sample/card-status': ['00'],
  'sample/rare-characters': ['00'],
  'sample/resume': ['00'],
  'sample/card-status-batch': ['00'],
  'sample/archive': ['00'],
  'sample/variables': ['00'],
  'sample/fails/time-name': ['30'],
  'sample/fails/order': ['30'],
  'sample/fails/digest': ['30'],
  'sample/fails/key-reading': ['40'],
  'sample/fails/mode': ['40'],
  'sample/fails/padding': ['40'],
  'sample/fails/nonce-reuse': ['00', '30'],
  'sample/fails/app-code': ['90'],
  'sample/fails/caller': ['50'],
  'sample/fails/missing': ['90'],
  'sample/fails/variable': ['variable.unknown'],
  'sample/fails/json': ['json.syntax'],
  'sample/fails/business': ['10'],
  'sample/fails/system': ['20'],
};

let folder: string;
let host: Host;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hufu-samples-'));
  host = await createHost({
    version: '0.0.0',
    stateDirectory: folder,
    simulatorPort: 0,
    remember: {
      availability: async () => ({ available: false, reason: { zh: '没有', en: 'none' } }),
      save: async () => undefined,
      load: async () => undefined,
      forget: async () => undefined,
    },
    openHistory: inlineHistory,
  });
});

afterAll(async () => {
  await host.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

function requestsIn(at: RequestFolder): readonly { readonly request: RequestSummary; readonly folder: string }[] {
  return at.children.flatMap((child) => {
    if (child.type === 'folder') return requestsIn(child.folder);
    return child.type === 'request' ? [{ request: child.request, folder: at.path }] : [];
  });
}

async function outcome(id: string): Promise<string | undefined> {
  const place = requestsIn(host.workspace.read().root).find(({ request }) => request.id === id);
  const { call } = host.workspace.request(id);
  try {
    const record = await host.send({ call, drawn: {}, folder: place?.folder ?? '' }, undefined);
    return record.status?.code;
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error);
  }
}

it('each sample is promised something, and says in both languages what', () => {
  const requests = requestsIn(host.workspace.read().root).map(({ request }) => request);
  const main = requests.filter(({ platform }) => platform === 'ldt6008');
  expect(main.map(({ id }) => id).toSorted()).toEqual(Object.keys(promised).toSorted());
  for (const { note } of requests) expect(note?.zh).not.toBe(note?.en);
  expect(host.workspace.read().problems).toEqual([]);
});

it.each(Object.entries(promised))('%s ends as its note says: %j', async (id, expected) => {
  for (const end of expected) expect(await outcome(id)).toBe(end);
});

const others = builtInPlatforms.map(({ profile }) => profile.id).filter((id) => id !== 'ldt6008');

it.each(others)(
  '%s: its requests, one after another, succeed, and those that are to fail are refused',
  async (platform) => {
    const requests = requestsIn(host.workspace.read().root).filter(({ request }) => request.platform === platform);
    const ends: [string, string][] = [];
    for (const { request, folder: place } of requests) {
      const { call } = host.workspace.request(request.id);
      const { verdict } = await host.send({ call, drawn: {}, folder: place }, undefined);
      ends.push([request.path, verdict]);
    }
    expect(ends).toEqual(ends.map(([path]) => [path, path.includes('故意失败') ? 'refused' : 'success']));
  },
);

it('takes a file that is no text to the byte', async () => {
  const { call } = host.workspace.request('sample/db51t2942/flow/download');
  const { verdict, response } = await host.send(
    { call: { ...call, header: { file: demoFile } }, drawn: {}, folder: '' },
    undefined,
  );
  expect(verdict).toBe('success');
  const step = response?.trace.steps.findIndex(({ kind }) => kind === 'page.read') ?? -1;
  const text = await host.traceValue({ traceId: response?.traceId ?? '', step, slot: 'body', part: 0, form: 'text' });
  const { page } = JSON.parse(text) as { page: string };
  expect(bytesFromBase64(page)).toEqual(
    onePagePdf(['Hufu simulator', validIdentifier, 'synthetic, of no legal effect']),
  );
});
