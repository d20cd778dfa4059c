import { basename, dirname, join } from 'node:path';
import type { Document } from 'yaml';
import { HufuError, type HufuErrorDetail } from '../../shared/hufu-error.ts';
import { environmentTransportSchema, type SaveEnvironment } from '../../shared/model/environment.ts';
import { type Disk, systemDisk } from '../store/disk.ts';
import { fileError } from '../store/file-error.ts';
import { type Lock, noLock } from '../store/lock.ts';
import { makeFolders } from '../store/make-folders.ts';
import { syncFolder, writeFileDurably } from '../store/write-file-durably.ts';
import { requireUrl } from '../transport/prepare-request.ts';
import { newestFormat, readFile, readMembers } from '../workspace/format.ts';
import { digestOf } from '../workspace/request-file.ts';
import { requireRealFolders } from '../workspace/require-real-folders.ts';
import { stampOf } from '../workspace/stamp-of.ts';
import { tooLarge } from '../workspace/workspace-refusals.ts';
import { fileNameOf, isUsableName } from '../yaml/file-name.ts';
import { usualLimit } from '../yaml/read-yaml.ts';
import { documentText, newDocument, writeMembers, type WrittenValue } from '../yaml/write-members.ts';
import { environmentFileSchema, type EnvironmentStore, type StoredEnvironment } from './environment-store.ts';
import { refuseProxyPassword, requireTransport } from './require-transport.ts';

const ending = '.yaml';

/** See `EnvironmentStore`. `reserved`: ids that files may not take. */
export function createEnvironmentFiles({
  folder,
  reserved,
  disk = systemDisk,
  lock = noLock,
}: {
  readonly folder: string;
  readonly reserved: () => readonly string[];
  readonly disk?: Disk;
  /** Held while something is changed: what was read stays true until it is written. */
  readonly lock?: Lock;
}): EnvironmentStore {
  const pathOf = (id: string): string => join(folder, `${id}${ending}`);

  function fileNames(): readonly string[] {
    try {
      return disk
        .list(folder)
        .map(({ name }) => name)
        .filter((name) => name.endsWith(ending) && !name.startsWith('.'))
        .map((name) => name.slice(0, -ending.length))
        .toSorted((one, other) => one.localeCompare(other, 'zh'));
    } catch (error) {
      if (isAbsent(error)) return [];
      throw fileError(error, folder);
    }
  }

  const isTaken = (name: string): boolean => reserved().some((other) => other.toLowerCase() === name.toLowerCase());
  /** Only names that this program would give: others lead elsewhere, or take the place of the sample environment. */
  const ids = (): readonly string[] => fileNames().filter((name) => isUsableName(name) && !isTaken(name));

  /** As they were read, with the state of the file: a preview asks on every keystroke. */
  const known = new Map<string, { readonly stamp: string; readonly environment: StoredEnvironment }>();

  function requireKnown(id: string): void {
    // An id comes from a call too; as a path it could lead anywhere.
    if (!ids().includes(id)) throw unknownEnvironment(id);
  }

  function find(id: string): StoredEnvironment {
    requireKnown(id);
    const stamp = stampOf(pathOf(id), disk);
    const cached = known.get(id);
    if (cached && cached.stamp === stamp && stamp !== '') return cached.environment;
    const environment = readEnvironment(pathOf(id), { id, disk });
    if (stamp !== undefined) known.set(id, { stamp, environment });
    return environment;
  }

  function save({ id, base, ...environment }: SaveEnvironment): StoredEnvironment {
    // With variables in it, it is an address only at the moment of a call.
    if (!environment.url.includes('{{')) requireUrl(environment.url);
    requireTransport(environment.transport, id === '' ? undefined : find(id).transport);
    const name = id === '' ? nameOf(environment.title) : id;
    const document = id === '' ? newIn(name) : readAsSeen(id, base);
    writeMembers(document, membersOf(environment));
    const bytes = new TextEncoder().encode(documentText(document));
    if (bytes.length > usualLimit) throw tooLarge({ bytes: bytes.length, limit: usualLimit });
    requireRealFolders([dirname(folder), basename(folder)], disk);
    makeFolders(folder, disk);
    writeFileDurably(pathOf(name), bytes, { mode: 0o644, disk });
    return { id: name, ...environment, digest: digestOf(bytes) };
  }

  function newIn(name: string): Document {
    if (isTaken(name) || fileNames().some((other) => other.toLowerCase() === name.toLowerCase())) throw exists(name);
    return newDocument();
  }

  function readAsSeen(id: string, base: string | undefined): Document {
    // Says of an environment what is wrong with its file.
    find(id);
    const shown = pathOf(id);
    const { document, bytes } = readFile(shown, { disk, shown });
    if (base !== undefined && base !== digestOf(bytes)) throw changedOnDisk(shown);
    return document;
  }

  return {
    list() {
      const environments: StoredEnvironment[] = [];
      const problems: HufuErrorDetail[] = fileNames()
        .filter((name) => !isUsableName(name) || isTaken(name))
        .map((name) => otherName(pathOf(name)).detail);
      for (const id of ids()) {
        try {
          environments.push(find(id));
        } catch (error) {
          if (!(error instanceof HufuError)) throw error;
          problems.push(error.detail);
        }
      }
      return { environments, problems };
    },
    find,
    pathOf,
    save: (environment) => lock(() => save(environment)),
    remove(id) {
      requireKnown(id);
      try {
        disk.remove(pathOf(id));
        syncFolder(folder, disk);
      } catch (error) {
        throw fileError(error, pathOf(id));
      }
    },
  };
}

function readEnvironment(path: string, { id, disk }: { readonly id: string; readonly disk: Disk }): StoredEnvironment {
  try {
    const { document, bytes } = readFile(path, { disk, shown: path });
    const environment = readMembers(document, { schema: environmentFileSchema, shown: path });
    refuseProxyPassword(environment.transport.proxy);
    return { id, ...environment, digest: digestOf(bytes) };
  } catch (error) {
    throw asEnvironment(error);
  }
}

/** What is wrong with a file of the workspace, said of an environment. */
function asEnvironment(error: unknown): unknown {
  if (!(error instanceof HufuError)) return error;
  const codes: Readonly<Record<string, string>> = {
    'request.broken': 'environment.unreadable',
    'workspace.newerFormat': 'environment.newerFormat',
  };
  return new HufuError({ ...error.detail, code: codes[error.code] ?? error.code });
}

function membersOf(environment: Omit<SaveEnvironment, 'id' | 'base'>) {
  const { platform, title, url, values, conventions, variables, transport, keepsBodies } = environment;
  const { timeoutSeconds, proxy, ca, clientCertificate, unverifiedHosts } = transport;
  const reach: Record<string, WrittenValue> = {
    ...(timeoutSeconds !== undefined && { timeoutSeconds }),
    ...(proxy !== undefined && { proxy }),
    ...(ca !== undefined && { ca }),
    ...(clientCertificate !== undefined && { clientCertificate }),
    ...(unverifiedHosts && unverifiedHosts.length > 0 && { unverifiedHosts }),
  };
  return [
    { name: 'format', value: newestFormat },
    { name: 'platform', value: platform },
    { name: 'title', value: title },
    { name: 'url', value: url },
    { name: 'values', value: values },
    { name: 'conventions', value: conventions },
    { name: 'variables', value: variables },
    { name: 'transport', value: reach, own: Object.keys(environmentTransportSchema.shape) },
    { name: 'keepsBodies', value: keepsBodies ? undefined : false },
  ];
}

function nameOf(title: string): string {
  const name = fileNameOf(title);
  if (name !== undefined) return name;
  throw new HufuError({
    code: 'environment.name',
    field: 'title',
    text: {
      zh: `“${title}”不能作为环境名称：文件要用它命名，请包含文字或数字，并避开系统保留的名称。`,
      en: `"${title}" cannot name an environment, since its file is named after it; use letters or digits and no name that the system reserves.`,
    },
  });
}

function changedOnDisk(path: string): HufuError {
  return new HufuError({
    code: 'environment.changedOnDisk',
    text: {
      zh: `没有保存：${path} 在外面被改动过。请关闭后重新打开，看过新的内容再改。`,
      en: `Not saved: ${path} was changed from outside. Close this and open it again to change what is there now.`,
    },
  });
}

function unknownEnvironment(id: string): HufuError {
  return new HufuError({
    code: 'environment.unknown',
    field: 'environment',
    text: { zh: `没有名为“${id}”的环境。`, en: `There is no environment named "${id}".` },
  });
}

function otherName(path: string): HufuError {
  return new HufuError({
    code: 'environment.name',
    text: {
      zh: `${path} 的文件名不能用作环境名称（含有特殊字符，或与样例环境重名），没有读取；请改名。`,
      en: `${path} cannot name an environment (special characters, or the name of the sample environment) and was not read; rename it.`,
    },
  });
}

function exists(name: string): HufuError {
  return new HufuError({
    code: 'environment.exists',
    field: 'title',
    text: {
      zh: `已经有名为“${name}”的环境，请换一个名称。`,
      en: `There is an environment named "${name}" already; choose another name.`,
    },
  });
}

function isAbsent(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
