import { sampleEnvironments } from '../../../host/workspace/sample-environments.ts';
import { inLanguage } from '../../language.ts';
import { say } from '../../output.ts';
import type { OpenKeyStore } from '../../ring/with-key-store.ts';

/**
 * Ids of the environments to show: the one that was asked for, else all of them, the sample among them only when a slot
 * of it is filled with more than its sample key. Files that cannot be read are told on standard error. Throws `environment.unknown`.
 */
export function listedEnvironments(store: OpenKeyStore, asked: string | undefined): readonly string[] {
  if (asked !== undefined) return [store.environment(asked).id];
  const { environments, problems } = store.environmentFiles.list();
  for (const { text } of problems) say(inLanguage(text));
  const filled = sampleEnvironments(store.providers)
    .map(({ id }) => id)
    .filter((id) =>
      store.statuses(store.environment(id)).some(({ filledBy }) => !['nothing', 'sample'].includes(filledBy)),
    );
  return [...filled, ...environments.map(({ id }) => id)];
}
