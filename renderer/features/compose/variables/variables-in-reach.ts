import type { Bilingual } from '../../../../shared/bilingual.ts';
import type { Call } from '../../../../shared/model/call.ts';
import type { Workspace } from '../../../../shared/model/workspace.ts';
import { foldersOf } from '../workspace-requests.ts';

export interface VariableInReach {
  readonly name: string;
  readonly value: string;
  /** Where the value comes from. */
  readonly from: 'request' | 'answer' | 'folder' | 'environment' | 'workspace';
  /** Title of that folder or environment. */
  readonly title?: Bilingual;
}

/**
 * Every variable that a call can use, by the one rule: the nearest of request, earlier answers, folders, environment and
 * workspace.
 */
export function variablesInReach(
  {
    call,
    folder,
    handedOn = {},
  }: {
    readonly call: Pick<Call, 'variables' | 'environment'>;
    readonly folder: string;
    /** What earlier calls took out of their answers. */
    readonly handedOn?: Readonly<Record<string, string>> | undefined;
  },
  workspace: Workspace,
): readonly VariableInReach[] {
  const found = new Map<string, VariableInReach>();
  const take = (variables: Readonly<Record<string, string>>, origin: Pick<VariableInReach, 'from' | 'title'>) => {
    for (const [name, value] of Object.entries(variables))
      if (!found.has(name)) found.set(name, { name, value, ...origin });
  };
  take(call.variables, { from: 'request' });
  take(handedOn, { from: 'answer' });
  const folders = foldersOf(workspace).filter(
    ({ path }) => path !== '' && (folder === path || folder.startsWith(`${path}/`)),
  );
  for (const { variables, title } of folders.toReversed()) take(variables, { from: 'folder', title });
  const environment = workspace.environments.find(({ id }) => id === call.environment);
  if (environment) take(environment.variables, { from: 'environment', title: environment.title });
  take(workspace.variables, { from: 'workspace' });
  return [...found.values()];
}
