import { z } from 'zod';
import type { CryptoEngine } from '../crypto/engine.ts';
import type { Profile } from '../profile/profile.ts';
import type { Provider } from '../providers/provider.ts';
import type { Providers } from '../providers/providers.ts';
import { listed } from '../listed.ts';
import { createOwnSimulator } from './own-simulator.ts';
import { checkProfile } from './check-profile.ts';
import { isRecord, type Data, type DataRecord } from '../data/data.ts';
import { applyChanges, changesOf } from './profile-changes.ts';
import type { ProfileProblem } from './profile-problem.ts';
import { readProfile } from './read-profile.ts';
import { sampleOf } from './sample-of.ts';

/**
 * A user's own platform as its file says it: a whole profile, or what differs from a built-in one (`basedOn`, `changes`).
 * Its id is the file's name.
 */
export type OwnPlatformContent = DataRecord;

/** What the file of an own platform comes to. Without a profile there is at least one problem. */
export interface OwnPlatform {
  readonly id: string;
  readonly basedOn: string | undefined;
  /** The profile as data, whether it is one or not; absent where the file does not say which one it changes. */
  readonly whole: DataRecord | undefined;
  readonly profile: Profile | undefined;
  readonly problems: readonly ProfileProblem[];
}

const basedSchema = z.object({
  basedOn: z.string(),
  title: z.unknown(),
  changes: z.record(z.string(), z.unknown()).default({}),
});

interface Reading {
  readonly id: string;
  readonly builtIn: Providers;
}

/** Reads and checks it; `id` is its file's name. Never throws: what is wrong is a problem. */
export function readOwnPlatform(content: OwnPlatformContent, { id, builtIn }: Reading): OwnPlatform {
  const { basedOn: named } = content;
  const basedOn = typeof named === 'string' ? named : undefined;
  const refused = refusedContent(content, { id, builtIn });
  if (refused) return { id, basedOn, whole: undefined, profile: undefined, problems: [refused] };
  const base = basedOn === undefined ? undefined : builtIn.known(basedOn)?.profile;
  const whole = wholeProfile(content, { id, builtIn });
  const { profile, problems } = readProfile(whole);
  return { id, basedOn, whole, profile, problems: profile ? checkProfile(profile, { base }) : problems };
}

/** The profile that a file's content stands for, as data. Content must have passed `refusedContent`. */
function wholeProfile(content: OwnPlatformContent, { id, builtIn }: Reading): DataRecord {
  const { basedOn, changes = {}, ...own } = content;
  const base = typeof basedOn === 'string' ? builtIn.known(basedOn) : undefined;
  if (!base) return { ...own, id };
  return {
    ...(applyChanges(asData(base.profile), changes) as DataRecord),
    format: own['format'] ?? 1,
    title: own['title'] ?? '',
    id,
  };
}

/** The content of a file that stands for a profile, right or not: whole, or as what it changes of the built-in one. */
export function contentOf(
  profile: Profile | DataRecord,
  { basedOn, builtIn }: { readonly basedOn: string | undefined; readonly builtIn: Providers },
): OwnPlatformContent {
  const { id: _, ...whole } = asData(profile) as DataRecord;
  const base = basedOn === undefined ? undefined : builtIn.known(basedOn);
  if (!base || basedOn === undefined) return withShortWords(whole) as DataRecord;
  const { format = 1, title = '', ...rest } = whole;
  const { id: __, format: ___, title: ____, ...original } = asData(base.profile) as DataRecord;
  const changes = changesOf(original, rest) ?? {};
  return withShortWords({ format, title, basedOn, changes }) as DataRecord;
}

/** A platform that can be called and simulated. Undefined while its file has errors. */
export function ownProvider(
  { profile, basedOn, problems }: OwnPlatform,
  { builtIn, engine }: { readonly builtIn: Providers; readonly engine: CryptoEngine },
): Provider | undefined {
  if (!profile || problems.some(({ severity }) => severity === 'error')) return undefined;
  const base = basedOn === undefined ? undefined : builtIn.known(basedOn);
  return {
    profile,
    createSimulator: (options) =>
      base ? base.createSimulator({ ...options, profile }) : createOwnSimulator(profile, options),
    sample: sampleOf(profile, { base: base?.sample, engine }),
    collection: [],
  };
}

function refusedContent(content: OwnPlatformContent, { id, builtIn }: Reading): ProfileProblem | undefined {
  if (!/^[a-z][a-z\d-]*$/.test(id)) {
    return problem([], {
      zh: `文件名“${id}”不能作平台标识：以小写字母开头，只用小写字母、数字和连字符。`,
      en: `File name "${id}" is no platform id: it begins with a lower-case letter and has lower-case letters, digits and hyphens only.`,
    });
  }
  if (builtIn.known(id)) {
    return problem([], {
      zh: `“${id}”是内置平台的标识，请换一个文件名。`,
      en: `"${id}" is the id of a built-in platform; give the file another name.`,
    });
  }
  const { basedOn } = content;
  if (basedOn === undefined) return undefined;
  const known = builtIn.all().map(({ profile }) => profile.id);
  if (typeof basedOn !== 'string' || !known.includes(basedOn)) {
    return problem(['basedOn'], {
      zh: `没有内置平台“${textOf(basedOn)}”，有：${listed(known, 'zh')}。`,
      en: `There is no built-in platform "${textOf(basedOn)}"; there are ${listed(known, 'en')}.`,
    });
  }
  const strange = Object.keys(content).filter((name) => !['format', 'title', 'basedOn', 'changes'].includes(name));
  if (strange.length > 0 || !basedSchema.safeParse(content).success) {
    return problem([strange[0] ?? 'changes'], {
      zh: '写了 basedOn 的文件只有 format、title、basedOn 和 changes，其余写在 changes 里。',
      en: 'A file with basedOn has format, title, basedOn and changes; everything else stands in changes.',
    });
  }
  return undefined;
}

function problem(path: ProfileProblem['path'], text: ProfileProblem['text']): ProfileProblem {
  return { path, severity: 'error', text };
}

function textOf(value: Data): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** A text that is the same in both languages is written once. */
function withShortWords(data: Data): Data {
  if (Array.isArray(data)) return data.map(withShortWords);
  if (!isRecord(data)) return data;
  const { zh, en } = data;
  if (typeof zh === 'string' && zh === en && Object.keys(data).length === 2) return zh;
  return Object.fromEntries(
    Object.entries(data).map(([name, member]) => [name, name.endsWith('Schema') ? member : withShortWords(member)]),
  );
}

/** Without members that are undefined: what JSON, and a file, would keep of it. */
function asData(value: unknown): Data {
  if (Array.isArray(value)) return value.map(asData);
  if (!isRecord(value)) return value as Data;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, member]) => (member === undefined ? [] : [[name, asData(member)]])),
  );
}
