import { newPlatform } from '../../../shared/own-platform/new-platform.ts';
import { builtInProviders } from '../../../shared/providers/providers.ts';
import { inLanguage } from '../../language.ts';
import { printDocument, printLine, say } from '../../output.ts';
import { asUsage } from '../../usage-error.ts';
import { platformsOfCommand } from '../../workspace/providers-of-command.ts';
import type { ProviderOptions } from './list.ts';

export interface NewProviderOptions extends ProviderOptions {
  readonly title?: string;
  readonly basedOn?: string;
}

/** Writes the file of a platform that works as it is and is there to be changed. */
export async function newProvider(id: string, { title = id, basedOn, ...options }: NewProviderOptions): Promise<void> {
  const store = platformsOfCommand(options);
  const content =
    basedOn === undefined ? newPlatform(title) : { format: 1, title, basedOn: knownId(basedOn), changes: {} };
  const { path } = asUsage(() => store.save({ id, content }));
  if (options.json) printDocument({ id, file: path, basedOn });
  else printLine(path);
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
