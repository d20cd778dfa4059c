import { mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Document, LineCounter, parseDocument } from 'yaml';
import { HufuError, type HufuErrorDetail } from '../../shared/hufu-error.ts';
import { writeFileDurably } from '../store/write-file-durably.ts';
import { requireUrl } from '../transport/prepare-request.ts';
import { environmentId } from './environment-id.ts';
import {
  environmentFileSchema,
  type EnvironmentStore,
  type SaveEnvironment,
  type StoredEnvironment,
} from './environment-store.ts';

const ending = '.yaml';
const newestFormat = 1;

/** See `EnvironmentStore`. `reserved`: ids that files may not take. */
export function createEnvironmentFiles({
  folder,
  reserved,
}: {
  readonly folder: string;
  readonly reserved: readonly string[];
}): EnvironmentStore {
  const pathOf = (id: string): string => join(folder, `${id}${ending}`);

  function ids(): readonly string[] {
    try {
      return readdirSync(folder)
        .filter((name) => name.endsWith(ending) && !name.startsWith('.'))
        .map((name) => name.slice(0, -ending.length))
        .toSorted((one, other) => one.localeCompare(other, 'zh'));
    } catch (error) {
      if (isAbsent(error)) return [];
      throw error;
    }
  }

  /** As they were read, with the state of the file: a preview asks on every keystroke. */
  const known = new Map<string, { readonly stamp: string; readonly environment: StoredEnvironment }>();

  function requireKnown(id: string): void {
    // An id comes from a call too; as a path it could lead anywhere.
    if (!ids().includes(id)) throw unknownEnvironment(id);
  }

  function find(id: string): StoredEnvironment {
    requireKnown(id);
    const { mtimeNs, size, ino } = statSync(pathOf(id), { bigint: true });
    const stamp = [mtimeNs, size, ino].join(' ');
    const cached = known.get(id);
    if (cached?.stamp === stamp) return cached.environment;
    const environment = readEnvironment(pathOf(id), id);
    known.set(id, { stamp, environment });
    return environment;
  }

  function save({ id, ...environment }: SaveEnvironment): StoredEnvironment {
    requireUrl(environment.url);
    const name = id === '' ? environmentId(environment.title) : id;
    if (id !== '') find(id);
    else if ([...ids(), ...reserved].some((other) => other.toLowerCase() === name.toLowerCase())) throw exists(name);
    const document = id === '' ? new Document({}) : parseDocument(readFileSync(pathOf(id), 'utf8'));
    for (const [member, value] of Object.entries({ format: newestFormat, ...environment })) document.set(member, value);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileDurably(pathOf(name), new TextEncoder().encode(document.toString()), { mode: 0o600 });
    return { id: name, ...environment };
  }

  return {
    list() {
      const environments: StoredEnvironment[] = [];
      const problems: HufuErrorDetail[] = [];
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
    save,
    remove(id) {
      requireKnown(id);
      rmSync(pathOf(id));
    },
  };
}

function readEnvironment(path: string, id: string): StoredEnvironment {
  const lines = new LineCounter();
  const document = parseDocument(
    attempt(path, () => readFileSync(path, 'utf8')),
    { lineCounter: lines },
  );
  const [broken] = document.errors;
  if (broken) {
    const { line, col } = lines.linePos(broken.pos[0]);
    throw unreadable(path, { reason: firstLine(broken.message), position: { line, column: col } });
  }
  const content = attempt(path, () => document.toJS() as unknown);
  requireKnownFormat(path, content);
  const checked = environmentFileSchema.safeParse(content);
  if (!checked.success) {
    const [issue] = checked.error.issues;
    throw unreadable(path, { reason: `${issue?.path.join('.')}: ${issue?.message}` });
  }
  const { platform, title, url, values, conventions } = checked.data;
  return { id, platform, title, url, values, conventions };
}

function unknownEnvironment(id: string): HufuError {
  return new HufuError({
    code: 'environment.unknown',
    field: 'environment',
    text: { zh: `没有名为“${id}”的环境。`, en: `There is no environment named "${id}".` },
  });
}

/** What the disk refuses, and aliases of aliases that would fill the memory, which the library refuses. */
function attempt<Result>(path: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw unreadable(path, { reason: error instanceof Error ? firstLine(error.message) : String(error) });
  }
}

function requireKnownFormat(path: string, content: unknown): void {
  const format = typeof content === 'object' && content !== null && 'format' in content ? content.format : undefined;
  if (typeof format !== 'number' || format <= newestFormat) return;
  throw new HufuError({
    code: 'environment.newerFormat',
    text: {
      zh: `${path} 的格式版本是 ${format}，本程序只认识到 ${newestFormat}；请使用更新版本的 Hufu，文件未作改动。`,
      en: `${path} has format ${format} and this program knows formats up to ${newestFormat}; use a newer Hufu, the file was left untouched.`,
    },
  });
}

function unreadable(
  path: string,
  { reason, position }: { readonly reason: string; readonly position?: HufuErrorDetail['position'] },
): HufuError {
  return new HufuError({
    code: 'environment.unreadable',
    ...(position && { position }),
    text: {
      zh: `环境文件 ${path} 读不懂：${reason}。文件未作改动。`,
      en: `The environment file ${path} cannot be read: ${reason}. It was left untouched.`,
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

function firstLine(text: string): string {
  return text.split('\n', 1)[0]?.replace(/:$/, '') ?? text;
}
