import { platformText } from '../../../host/platforms/platform-text.ts';
import { printDocument, printLine } from '../../output.ts';
import { asUsage } from '../../usage-error.ts';
import { providersOfCommand } from '../../workspace/providers-of-command.ts';
import type { ProviderOptions } from './list.ts';

/** A platform as data, whole: also of one whose file says only what differs. */
export async function showProvider(id: string, options: ProviderOptions): Promise<void> {
  const { profile } = asUsage(() => providersOfCommand(options).find(id));
  if (options.json) printDocument(profile);
  else printLine(platformText(profile).trimEnd());
}
