import { lstatSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Document } from 'yaml';
import { HufuError, type HufuErrorDetail } from '../../shared/hufu-error.ts';
import { writeFileDurably } from '../store/write-file-durably.ts';
import { requireUrl } from '../transport/prepare-request.ts';
import { environmentId, isUsableName } from './environment-id.ts';
import { readYaml, type Unreadable } from './read-yaml.ts';
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

  function fileNames(): readonly string[] {
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

  const isTaken = (name: string): boolean => reserved.some((other) => other.toLowerCase() === name.toLowerCase());
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
    const stamp = stampOf(pathOf(id));
    const cached = known.get(id);
    if (cached && cached.stamp === stamp) return cached.environment;
    const environment = readEnvironment(pathOf(id), id);
    if (stamp !== undefined) known.set(id, { stamp, environment });
    return environment;
  }

  function save({ id, ...environment }: SaveEnvironment): StoredEnvironment {
    requireUrl(environment.url);
    const name = id === '' ? environmentId(environment.title) : id;
    if (id !== '') find(id);
    else if (isTaken(name) || fileNames().some((other) => other.toLowerCase() === name.toLowerCase()))
      throw exists(name);
    const document = id === '' ? new Document({}) : parsed(pathOf(id));
    for (const [member, value] of Object.entries({ format: newestFormat, ...environment })) document.set(member, value);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileDurably(pathOf(name), new TextEncoder().encode(document.toString()), { mode: 0o600 });
    return { id: name, ...environment };
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
    save,
    remove(id) {
      requireKnown(id);
      rmSync(pathOf(id));
    },
  };
}

function readEnvironment(path: string, id: string): StoredEnvironment {
  const document = parsed(path);
  const content = contentOf(path, document);
  requireKnownFormat(path, content);
  const checked = environmentFileSchema.safeParse(content);
  if (!checked.success) {
    const [issue] = checked.error.issues;
    const reason = `${issue?.path.join('.')}: ${issue?.message}`;
    throw unreadable(path, { reason: { zh: reason, en: reason } });
  }
  const { platform, title, url, values, conventions } = checked.data;
  return { id, platform, title, url, values, conventions };
}

function parsed(path: string): Document {
  const document = readYaml(path);
  if ('reason' in document) throw unreadable(path, document);
  return document;
}

/** Aliases of aliases that would fill the memory are refused by the library's own limit. */
function contentOf(path: string, document: Document): unknown {
  try {
    return document.toJS() as unknown;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw unreadable(path, { reason: { zh: reason, en: reason } });
  }
}

/** Undefined where the system does not say: then it is read again. */
function stampOf(path: string): string | undefined {
  try {
    const { mtimeNs, size, ino } = lstatSync(path, { bigint: true });
    return [mtimeNs, size, ino].join(' ');
  } catch {
    return undefined;
  }
}

function unknownEnvironment(id: string): HufuError {
  return new HufuError({
    code: 'environment.unknown',
    field: 'environment',
    text: { zh: `没有名为“${id}”的环境。`, en: `There is no environment named "${id}".` },
  });
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

function unreadable(path: string, { reason, position }: Unreadable): HufuError {
  return new HufuError({
    code: 'environment.unreadable',
    ...(position && { position }),
    text: {
      zh: `环境文件 ${path} 读不懂：${reason.zh}。文件未作改动。`,
      en: `The environment file ${path} cannot be read: ${reason.en}. It was left untouched.`,
    },
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
