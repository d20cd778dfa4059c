import { z } from 'zod';
import type { CryptoEngine } from '../../shared/crypto/engine.ts';
import { HufuError } from '../../shared/hufu-error.ts';
import type { TraceSummary } from '../../shared/model/call-record.ts';
import type { OpenPlatform, OwnPlatformSummary, PlatformDraft } from '../../shared/model/own-platform.ts';
import { contentOf, ownProvider, readOwnPlatform, type OwnPlatform } from '../../shared/own-platform/own-platform.ts';
import { stepKinds } from '../../shared/pipeline/step-kinds.ts';
import type { Trace } from '../../shared/pipeline/trace.ts';
import type { Profile } from '../../shared/profile/profile.ts';
import { builtInProviders } from '../../shared/providers/providers.ts';
import { checkMilliseconds, runBounded } from '../limits/run-bounded.ts';
import type { PlatformService } from './platform-service.ts';
import type { PlatformFile, PlatformStore } from './platform-store.ts';
import { tryPlatform } from './try-platform.ts';

const builtIn = builtInProviders;

interface PlatformServiceOptions {
  readonly store: PlatformStore;
  readonly engine: CryptoEngine;
  readonly remember: (trace: Trace) => TraceSummary;
  /** Keys of an environment as a profile wants them. Throws why there are none. */
  readonly keysOf: (environment: string, profile: Profile) => Readonly<Record<string, string>>;
  /** After a platform was added, changed or taken away. */
  readonly onChange: () => Promise<void>;
}

/** See `PlatformService`. */
export function createPlatformService(options: PlatformServiceOptions): PlatformService {
  const { store, engine, remember, keysOf, onChange } = options;

  async function changed(file: PlatformFile): Promise<OpenPlatform> {
    await onChange();
    return openFile(file);
  }

  return {
    list() {
      const { files, problems } = store.list();
      return { files: files.map(summaryOf), problems };
    },
    stepKinds: () =>
      [...stepKinds.values()].map(({ kind, options: schema }) => ({
        kind,
        options: z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' }),
      })),
    open: (id) => openFile(store.file(id)),
    check: (draft) => bounded(() => readDraft(draft)),
    checkText: ({ id, text }) => bounded(() => store.check(id, text)),
    try: ({ interface: id, body, received, environment, ...draft }) =>
      bounded(() => {
        const own = readDraft(draft);
        const provider = ownProvider(own, { builtIn, engine });
        if (!provider) return { problems: own.problems, findings: [] };
        const keys = environment === undefined ? undefined : keysOf(environment, provider.profile);
        return {
          problems: own.problems,
          ...tryPlatform(provider, { interface: id, body, received }, { engine, keys, remember }),
        };
      }),
    save: ({ base, ...draft }) => changed(store.save({ id: draft.id, content: contentOfDraft(draft), base })),
    saveText: (text) => changed(store.saveText(text)),
    async remove(id) {
      store.remove(id);
      await onChange();
    },
  };
}

/** Of a draft anything may come: what fails for it is its own fault, and is said as such. */
function bounded<Result>(work: () => Result): Result {
  try {
    return runBounded(work, { milliseconds: checkMilliseconds });
  } catch (error) {
    if (error instanceof HufuError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new HufuError({
      code: 'platform.unusable',
      text: {
        zh: `这个平台描述不能这样运行：${reason}`,
        en: `The platform cannot be run as it is described: ${reason}`,
      },
    });
  }
}

/** A draft of an id that is not chosen yet is checked as if it had one. */
function readDraft(draft: PlatformDraft): OwnPlatform {
  return readOwnPlatform(contentOfDraft(draft), { id: draft.id === '' ? 'unnamed' : draft.id, builtIn });
}

function contentOfDraft({ whole, basedOn }: PlatformDraft) {
  return contentOf(whole, { basedOn, builtIn });
}

/** Of a file that is no profile yet the title that stands there, if it is one. */
function summaryOf(file: PlatformFile): OwnPlatformSummary {
  const { id, path, basedOn, digest, problems, content, profile, isBroken } = file;
  const said = typeof content['title'] === 'string' ? content['title'] : id;
  return {
    id,
    path,
    title: profile?.title ?? { zh: said, en: said },
    basedOn,
    digest,
    problems,
    ...(isBroken && { isBroken }),
  };
}

function openFile(file: PlatformFile): OpenPlatform {
  return { ...summaryOf(file), text: file.text, whole: file.whole };
}
