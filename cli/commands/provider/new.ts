import { join, relative } from 'node:path';
import { newPlatform } from '../../../shared/own-platform/new-platform.ts';
import { builtInProviders } from '../../../shared/providers/providers.ts';
import { inLanguage } from '../../language.ts';
import { printDocument, printLine, say } from '../../output.ts';
import { asUsage } from '../../usage-error.ts';
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
