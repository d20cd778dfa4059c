import { readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { createHash } from 'node:crypto';
import { HufuError } from '../../../shared/hufu-error.ts';
import { callSchema } from '../../../shared/model/call.ts';
import { openHistoryStore } from '../../../host/history/open-history-store.ts';
import { createDraftStore } from '../../../host/store/draft-store.ts';
import { createSerialLedger } from '../../../host/store/serial-ledger.ts';
import { openStateDatabase } from '../../../host/store/state-database.ts';
import { openWorkspaceStore } from '../../../host/workspace/open-workspace-store.ts';
import type { WorkspaceStore } from '../../../host/workspace/workspace-service.ts';

/** What the program reads from its standard input, as JSON. */
export interface StoreTask {
  readonly directory: string;
  /** Begins the names of everything that it writes. */
  readonly prefix: string;
  readonly work: 'workspace' | 'variables' | 'drafts' | 'history';
}

const { directory, prefix, work } = JSON.parse(readFileSync(0, 'utf8')) as StoreTask;

/** A line on standard output acknowledges what it names. */
const acknowledge = (...words: readonly (string | number)[]): void => void writeSync(1, `${words.join(' ')}\n`);

/** A text that belongs to its name, longer than a page of the database and, now and then, than what stands in a document. */
const contentOf = (name: string): string => `${name} `.repeat(name.endsWith('7') ? 6000 : 60);

function openStore(): WorkspaceStore {
  const { transaction: lock } = openStateDatabase(directory);
  return openWorkspaceStore({ folder: join(directory, 'workspace'), trash: join(directory, 'trash'), lock });
}

function writeWorkspace(): (count: number) => void {
  const store = openStore();
  const call = (body: string) =>
    callSchema.parse({
      platform: 'ldt6008',
      interface: '',
      environment: '',
      header: {},
      extraHeader: [],
      conventions: {},
      url: '',
      body,
    });
  const { id } = store.createRequest({ folder: '', title: prefix, note: '', call: call('') });
  acknowledge('request', id, 0);
  return (count) => {
    store.saveRequest({ id, call: call(contentOf(`${prefix}-${count}`)) });
    acknowledge('request', id, count);
  };
}

/** All writers share the workspace's own file: who saw an older one is refused, and looks again. */
function writeVariables(): (count: number) => void {
  const store = openStore();
  return (count) => {
    const { variables } = store.read();
    try {
      store.describeWorkspace({ variables: { ...variables, [`${prefix}_${count}`]: 'x' }, seen: variables });
      acknowledge('variable', `${prefix}_${count}`, count);
    } catch (error) {
      if (!(error instanceof HufuError && error.code === 'folder.changedOnDisk')) throw error;
    }
  };
}

function writeDrafts(): (count: number) => void {
  const database = openStateDatabase(directory);
  const drafts = createDraftStore(database);
  const ledger = createSerialLedger(database);
  return (count) => {
    drafts.save(prefix, contentOf(`${prefix}-${count}`));
    acknowledge('draft', prefix, count);
    acknowledge('serial', ledger.next({ appCode: 'B100000KJGK', day: '20261123' }), count);
  };
}

function writeHistory(): (count: number) => void {
  const store = openHistoryStore({ directory });
  return (count) => {
    const name = `${prefix}-${count}`;
    const text = contentOf(name);
    const large = new TextEncoder().encode(text.repeat(name.endsWith('7') ? 2 : 0));
    // Any 64 digits of hex will do for a name that belongs to the bytes.
    const body = { name: createHash('sha256').update(large).digest('hex'), bytes: large };
    store.put({
      entry: {
        id: name,
        title: { zh: name, en: name },
        platform: 'ldt6008',
        interface: '',
        environment: '',
        url: '',
        startedAt: Date.now(),
        verdict: 'success',
        size: text.length,
        bodiesKept: true,
        pinned: false,
        note: '',
        tags: [],
      },
      text,
      document: JSON.stringify({ name, text }),
      bodies: large.length > 0 ? [body] : [],
    });
    acknowledge('call', name, count);
    if (count % 3 === 0) store.index();
    if (count % 20 === 0) store.clean({ days: 365, calls: 100_000, megabytes: 2000 });
    if (count % 4 === 0) {
      store.mark({ ids: [name], note: `note ${name}`, tags: [prefix] });
      acknowledge('mark', name, count);
    }
  };
}

const step = { workspace: writeWorkspace, variables: writeVariables, drafts: writeDrafts, history: writeHistory }[
  work
]();

// Without end: somebody kills this process.
for (let count = 1; ; count += 1) {
  try {
    step(count);
  } catch (error) {
    // Whoever waits for too long is told so, and has lost nothing.
    if (!(error instanceof HufuError && error.code === 'store.busy')) throw error;
  }
}
