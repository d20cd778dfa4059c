import { findSampleEnvironment } from '../../host/workspace/sample-environments.ts';
import type { ComposeOptions } from '../message-options.ts';
import { providersOfCommand } from './providers-of-command.ts';
import type { WorkspaceRequest } from './workspace-request.ts';

/** The options of a command with what a request says where they say nothing: platform, environment, conventions. */
export function optionsWith<Options extends ComposeOptions>(from: WorkspaceRequest | undefined, options: Options) {
  if (!from) return options;
  const { call } = from.request;
  const environment = options.environment ?? call.environment;
  // The sample environment's simulator and keys are there only while a workbench runs them.
  const isSample =
    findSampleEnvironment(environment, providersOfCommand({ ...options, workspace: from.workspaceFolder })) !==
    undefined;
  const isNone = environment === '' || (options.environment === undefined && isSample);
  return {
    ...options,
    workspace: from.workspaceFolder,
    platform: options.platform ?? (isNone ? call.platform : undefined),
    environment: isNone ? undefined : environment,
    requestConventions: call.conventions,
  };
}
