import { join, relative } from 'node:path';
import { newPlatform } from '../../../shared/own-platform/new-platform.ts';
import { builtInProviders } from '../../../shared/providers/providers.ts';
import { inLanguage } from '../../language.ts';
import { printDocument, printLine, say } from '../../output.ts';
import { asUsage, usage } from '../../usage-error.ts';
import { platformsOfCommand } from '../../workspace/providers-of-command.ts';
import { workspaceOfCommand } from '../../workspace/workspace-of-command.ts';
import type { ProviderOptions } from './list.ts';

export interface NewProviderOptions extends ProviderOptions {
  readonly title?: string;
  readonly basedOn?: string;
}

/** Writes the file of a platform that works as it is and is there to be changed. */
export async function newProvider(id: string, { title = id, basedOn, ...options }: NewProviderOptions): Promise<void> {
  const store = platformsOfCommand(options);
  const folder = workspaceOfCommand(options);
  const own = store.list().files.find((file) => file.id === basedOn);
  if (own) {
    throw usage('platform.ownBase', '--based-on', [
      `“${own.id}”是自有平台，只能以内置平台为基础；要从它开始，请复制 ${own.path}。`,
      `"${own.id}" is a platform of one's own, and only built-in ones can be a base; copy ${own.path} to begin from it.`,
    ]);
  }
  const content =
    basedOn === undefined ? newPlatform(title) : { format: 1, title, basedOn: knownId(basedOn), changes: {} };
  const { path } = asUsage(() => store.save({ id, content }));
  // Outside of a workspace it is that of the local data, which nobody would look into.
  const file = relative(process.cwd(), join(folder, path));
  const shown = file.startsWith('..') ? join(folder, path) : file;
  if (options.json) printDocument({ id, file: shown, basedOn });
  else printLine(shown);
  say(
    inLanguage({
      zh: `改好后运行 hufu provider check ${id}；hufu simulate ${id} 按它仿真服务方。`,
      en: `After your changes run hufu provider check ${id}; hufu simulate ${id} simulates its provider.`,
    }),
  );
}

/** Throws `platform.unknown`. */
function knownId(basedOn: string): string {
  return asUsage(() => builtInProviders.find(basedOn)).profile.id;
}
