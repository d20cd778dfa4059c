import { resolveConventions } from '../../../shared/profile/conventions.ts';
import type { Profile } from '../../../shared/profile/profile.ts';
import { findProvider } from '../../../shared/providers/providers.ts';
import { printDocument, printLine } from '../../output.ts';
import { withKeyStore, type KeyStoreOptions } from '../../ring/with-key-store.ts';
import { asUsage, usage } from '../../usage-error.ts';

export interface AddEnvironmentOptions extends KeyStoreOptions {
  readonly platform: string;
  readonly url: string;
  readonly set: Readonly<Record<string, string>>;
  readonly convention: Readonly<Record<string, string>>;
  readonly json?: boolean;
}

/** A file of its own for where and as whom calls are made; its name is the environment's. */
export async function addEnvironment(title: string, options: AddEnvironmentOptions): Promise<void> {
  const { platform, url, set, convention } = options;
  const { profile } = asUsage(() => findProvider(platform));
  asUsage(() => resolveConventions(profile, convention));
  requireEnvironmentFields(profile, Object.keys(set));
  await withKeyStore(options, async ({ store }) => {
    const saved = store.environmentFiles.save({
      id: '',
      platform,
      title,
      url,
      values: set,
      conventions: convention,
      variables: {},
      transport: {},
      keepsBodies: true,
    });
    if (options.json) printDocument(saved);
    else printLine(saved.id);
  });
}

function requireEnvironmentFields({ id, header }: Profile, given: readonly string[]): void {
  const known = header.filter(({ rule }) => rule.rule === 'environment').map(({ name }) => name);
  const strange = given.find((name) => !known.includes(name));
  if (strange === undefined) return;
  throw usage('environment.unknownField', '--set', [
    `${id} 的环境没有字段“${strange}”，有：${known.join('、')}。`,
    `An environment of ${id} has no field "${strange}"; it has ${known.join(', ')}.`,
  ]);
}
