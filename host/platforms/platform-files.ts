import { basename, dirname, join } from 'node:path';
import type { Document } from 'yaml';
import type { CryptoEngine } from '../../shared/crypto/engine.ts';
import { HufuError, type HufuErrorDetail } from '../../shared/hufu-error.ts';
import { ownProvider } from '../../shared/own-platform/own-platform.ts';
import type { Provider } from '../../shared/providers/provider.ts';
import { builtInProviders, createProviders } from '../../shared/providers/providers.ts';
import { createNodeEngine } from '../crypto/node-engine.ts';
import { checkMilliseconds, runBounded } from '../limits/run-bounded.ts';
import { type Disk, systemDisk } from '../store/disk.ts';
import { fileError } from '../store/file-error.ts';
import { type Lock, noLock } from '../store/lock.ts';
import { makeFolders } from '../store/make-folders.ts';
import { syncFolder, writeFileDurably } from '../store/write-file-durably.ts';
import { newestFormat } from '../workspace/format.ts';
import { isUsableName } from '../yaml/file-name.ts';
import { namesIn } from '../workspace/names-in.ts';
import { digestOf } from '../workspace/request-file.ts';
import { requireRealFolders } from '../workspace/require-real-folders.ts';
import { stampOf } from '../workspace/stamp-of.ts';
import { newerFormat, tooLarge } from '../workspace/workspace-refusals.ts';
import { parseYaml, readYaml, type Unreadable } from '../yaml/read-yaml.ts';
import { documentText, newDocument, writeMembers } from '../yaml/write-members.ts';
import type { PlatformFile, PlatformStore, SavePlatform } from './platform-store.ts';
import { readPlatformDocument, type ReadPlatform } from './read-platform-file.ts';

const ending = '.yaml';
/** 2 MB: the largest built-in platform, written out whole, has a tenth of it. */
const sizeLimit = 2 * 1024 * 1024;
const builtIn = builtInProviders;

interface PlatformFilesOptions {
  readonly folder: string;
  /** Makes the sample keys. */
  readonly engine?: CryptoEngine;
  readonly disk?: Disk;
  readonly lock?: Lock;
  /** How long reading and checking one file may take. */
  readonly milliseconds?: number;
}

/** See `PlatformStore`. */
export function createPlatformFiles({
  folder,
  engine = createNodeEngine(),
  disk = systemDisk,
  lock = noLock,
  milliseconds = checkMilliseconds,
}: PlatformFilesOptions): PlatformStore {
  const pathOf = (id: string): string => join(folder, `${id}${ending}`);
  const shownAs = (id: string): string => `${basename(folder)}/${id}${ending}`;
  /** Every preview asks: what was read stays until the file changes. */
  const known = new Map<string, Known>();

  /** Files behind a link are somebody else's. */
  const isOurs = (): boolean => (disk.status(folder)?.kind ?? 'folder') === 'folder';
  const ids = (): readonly string[] =>
    (isOurs() ? namesIn(folder, disk) : [])
      .filter((name) => name.endsWith(ending) && !name.startsWith('.'))
      .map((name) => name.slice(0, -ending.length))
      .toSorted();

  function look(id: string): Known {
    const stamp = stampOf(pathOf(id), disk);
    const cached = known.get(id);
    if (cached && cached.stamp === stamp && stamp !== '') return cached;
    const found: Known = { stamp: stamp ?? '', ...readBounded(id) };
    known.set(id, found);
    return found;
  }

  /** Whatever is in the file of one platform, all others are there. */
  function readBounded(id: string): Omit<Known, 'stamp'> {
    try {
      return runBounded(
        () => {
          const read = readOne(id);
          return { file: read, provider: 'code' in read ? undefined : ownProvider(read, { builtIn, engine }) };
        },
        { milliseconds },
      );
    } catch (error) {
      return { file: unusable(shownAs(id), error), provider: undefined };
    }
  }

  function readOne(id: string): PlatformFile | HufuErrorDetail {
    const read = readYaml(pathOf(id), { disk, limit: sizeLimit });
    if ('reason' in read) return brokenFile(id, read) ?? brokenPlatform(shownAs(id), read);
    try {
      const text = new TextDecoder().decode(read.bytes);
      return {
        ...readDocument(id, { document: read.document, text }),
        path: shownAs(id),
        text,
        digest: digestOf(read.bytes),
      };
    } catch (error) {
      if (error instanceof HufuError) return { ...error.detail, text: naming(shownAs(id), error.detail.text) };
      throw error;
    }
  }

  /** A text that is no YAML, to be mended where it is; undefined for what is no text. */
  function brokenFile(id: string, { reason, position, bytes }: Unreadable): PlatformFile | undefined {
    if (!bytes || !position) return undefined;
    return {
      id,
      basedOn: undefined,
      whole: undefined,
      profile: undefined,
      content: {},
      isBroken: true,
      path: shownAs(id),
      text: new TextDecoder().decode(bytes),
      digest: digestOf(bytes),
      problems: [{ path: [], severity: 'error', text: { zh: `${reason.zh}。`, en: `${reason.en}.` }, position }],
    };
  }

  /** Throws `platform.newerFormat`, `platform.unreadable`. */
  function readDocument(id: string, { document, text }: ReadText): ReadPlatform {
    const read = readPlatformDocument(document, { id, builtIn, text });
    const format = Number(read.content['format'] ?? newestFormat);
    if (format > newestFormat) {
      const detail = newerFormat(shownAs(id), { found: format, known: newestFormat });
      throw new HufuError({ ...detail, code: 'platform.newerFormat' });
    }
    return read;
  }

  function file(id: string): PlatformFile {
    if (!ids().includes(id)) throw unknownPlatform(id);
    const found = look(id).file;
    if ('code' in found) throw new HufuError(found);
    return found;
  }

  function textDocument(id: string, text: string): ReadText {
    const document = parseYaml(new TextEncoder().encode(text));
    if ('reason' in document) throw new HufuError(brokenPlatform(shownAs(id), document));
    return { document, text };
  }

  /** The file as whoever saves has seen it; undefined for a new one. Throws `platform.exists`, `platform.changedOnDisk`. */
  function requireSeen(id: string, base: string | undefined): Document | undefined {
    const isThere = ids().some((other) => other.toLowerCase() === id.toLowerCase());
    if (base === undefined) {
      if (isThere) throw exists(id);
      return undefined;
    }
    if (!isThere) throw unknownPlatform(id);
    const read = readYaml(pathOf(id), { disk, limit: sizeLimit });
    if (read.bytes && digestOf(read.bytes) !== base) throw changedOnDisk(shownAs(id));
    if ('document' in read) return read.document;
    // The text that cannot be read is what is being replaced.
    if (!read.bytes) throw new HufuError(brokenPlatform(shownAs(id), read));
    return undefined;
  }

  function write(id: string, text: string): PlatformFile {
    const bytes = new TextEncoder().encode(text);
    if (bytes.length > sizeLimit) throw tooLarge({ bytes: bytes.length, limit: sizeLimit });
    requireRealFolders([dirname(folder), basename(folder)], disk);
    makeFolders(folder, disk);
    writeFileDurably(pathOf(id), bytes, { mode: 0o644, disk });
    known.delete(id);
    return file(id);
  }

  function save({ id, content, base }: SavePlatform): PlatformFile {
    requireId(id);
    const document = requireSeen(id, base) ?? newDocument();
    const members = Object.entries(content).map(([name, value]) => ({ name, value }));
    const gone = Object.keys(base === undefined ? {} : file(id).content)
      .filter((name) => !Object.hasOwn(content, name))
      .map((name) => ({ name, value: undefined }));
    writeMembers(document, [...members, ...gone]);
    return write(id, documentText(document));
  }

  return {
    providers: createProviders(() => [
      ...builtIn.all(),
      ...ids().flatMap((id) => {
        const { provider } = look(id);
        return provider ? [provider] : [];
      }),
    ]),
    list() {
      const found = ids().map((id) => look(id).file);
      return {
        files: found.filter((one): one is PlatformFile => !('code' in one)),
        problems: found.filter((one): one is HufuErrorDetail => 'code' in one),
      };
    },
    file,
    check: (id, text) => readDocument(id, textDocument(id, text)),
    save: (platform) => lock(() => save(platform)),
    saveText: ({ id, text, base }) =>
      lock(() => {
        requireId(id);
        runBounded(() => readDocument(id, textDocument(id, text)), { milliseconds });
        requireSeen(id, base);
        return write(id, text);
      }),
    remove: (id) =>
      lock(() => {
        requireRealFolders([dirname(folder), basename(folder)], disk);
        if (!ids().includes(id)) throw unknownPlatform(id);
        try {
          disk.remove(pathOf(id));
          syncFolder(folder, disk);
        } catch (error) {
          throw fileError(error, pathOf(id));
        }
        known.delete(id);
      }),
  };
}

interface ReadText {
  readonly document: Document;
  readonly text: string;
}

interface Known {
  readonly stamp: string;
  readonly file: PlatformFile | HufuErrorDetail;
  readonly provider: Provider | undefined;
}

/** Before a file is named after it. Throws `platform.id`. */
function requireId(id: string): void {
  if (/^[a-z][a-z\d-]{0,59}$/.test(id) && !builtIn.known(id) && isUsableName(id)) return;
  throw new HufuError({
    code: 'platform.id',
    field: 'id',
    text: builtIn.known(id)
      ? {
          zh: `“${id}”是内置平台的标识，请换一个。`,
          en: `"${id}" is the id of a built-in platform; choose another.`,
        }
      : {
          zh: `“${id}”不能作平台标识：以小写字母开头，只用小写字母、数字和连字符，最多 60 个；con、nul 等 Windows 的设备名不行。`,
          en: `"${id}" cannot be a platform's id: begin with a lower-case letter and use lower-case letters, digits and hyphens, 60 at most; device names of Windows (con, nul …) will not do.`,
        },
  });
}

/** The sentence says which file it is about, where it does not yet. */
function naming(path: string, { zh, en }: HufuErrorDetail['text']): HufuErrorDetail['text'] {
  return { zh: zh.includes(path) ? zh : `${path}：${zh}`, en: en.includes(path) ? en : `${path}: ${en}` };
}

/** A file that is YAML and still cannot be followed: it takes for ever, or makes a reader fail. */
function unusable(path: string, error: unknown): HufuErrorDetail {
  const { zh, en } =
    error instanceof HufuError
      ? error.detail.text
      : { zh: `读它时出错：${said(error)}`, en: `reading it fails: ${said(error)}` };
  return { code: 'platform.unusable', text: { zh: `${path} 不能使用：${zh}`, en: `${path} cannot be used: ${en}` } };
}

function said(error: unknown): string {
  return error instanceof Error ? error.message.slice(0, 200) : String(error).slice(0, 200);
}

function brokenPlatform(path: string, { reason, position }: Unreadable): HufuErrorDetail {
  return {
    code: 'platform.unreadable',
    ...(position && { position }),
    text: {
      zh: `${path} 读不懂：${reason.zh}${position ? `（第 ${position.line} 行第 ${position.column} 列）` : ''}。`,
      en: `${path} cannot be read: ${reason.en}${position ? ` (line ${position.line}, column ${position.column})` : ''}.`,
    },
  };
}

function unknownPlatform(id: string): HufuError {
  return new HufuError({
    code: 'platform.unknown',
    field: 'platform',
    text: {
      zh: `工作区里没有自有平台“${id}”，它可能已被删除。`,
      en: `The workspace has no platform "${id}" of its own; it may have been removed.`,
    },
  });
}

function exists(id: string): HufuError {
  return new HufuError({
    code: 'platform.exists',
    field: 'id',
    text: {
      zh: `已经有自有平台“${id}”，请换一个标识。`,
      en: `There is a platform "${id}" already; choose another id.`,
    },
  });
}

function changedOnDisk(path: string): HufuError {
  return new HufuError({
    code: 'platform.changedOnDisk',
    text: {
      zh: `没有保存：${path} 在外面被改动过。请重新打开，看过新的内容再改。`,
      en: `Not saved: ${path} was changed from outside. Open it again to change what is there now.`,
    },
  });
}
