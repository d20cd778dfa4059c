import { inLanguage } from '../../language.ts';
import { errorDocument, printDocument, printLine, say } from '../../output.ts';
import { platformsOfCommand } from '../../workspace/providers-of-command.ts';
import type { WorkspaceOptions } from '../../workspace/workspace-of-command.ts';

export interface ProviderOptions extends WorkspaceOptions {
  readonly json?: boolean;
}

/** Every platform that can be called, and the files that are none yet. */
export async function listProviders(options: ProviderOptions): Promise<void> {
  const store = platformsOfCommand(options);
  const { files, problems } = store.list();
  const own = new Map(files.map((file) => [file.id, file]));
  const usable = store.providers.all().map(({ profile }) => profile);
  const broken = files.filter(({ id }) => !usable.some((profile) => profile.id === id));
  if (options.json) {
    printDocument({
      platforms: usable.map(({ id, title, standard, interfaces }) => ({
        id,
        title: inLanguage(title),
        standard,
        interfaces: interfaces.length,
        file: own.get(id)?.path,
        basedOn: own.get(id)?.basedOn,
      })),
      unusable: broken.map(({ id, path, problems: found }) => ({ id, file: path, problems: found.length })),
      problems: problems.map(errorDocument),
    });
    return;
  }
  for (const { id, title, standard } of usable) {
    const { path, basedOn } = own.get(id) ?? {};
    printLine([id, inLanguage(title), standard, path, basedOn && `← ${basedOn}`].filter(Boolean).join(' · '));
  }
  for (const { id, path } of broken) {
    say(
      inLanguage({
        zh: `${path} 有错误，用 hufu provider check ${id} 查看。`,
        en: `${path} has errors; see hufu provider check ${id}.`,
      }),
    );
  }
  for (const { text } of problems) say(inLanguage(text));
}
