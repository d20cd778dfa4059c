import { fileURLToPath } from 'node:url';
import { startWorkbench } from '../../host/start/start-workbench.ts';
import { printDocument, printLine, say } from '../output.ts';
import { readPort } from '../read-port.ts';

export interface StartOptions {
  readonly json?: boolean;
  readonly port: string;
  readonly state?: string;
  readonly workspace?: string;
}

/** Serves the workbench for a browser until the process is ended. `distribution` is the folder of what was built. */
export async function start(
  options: StartOptions,
  { version, distribution }: { version: string; distribution: URL },
): Promise<void> {
  const workbench = await startWorkbench({
    version,
    port: readPort(options.port),
    rendererDirectory: fileURLToPath(new URL('renderer/', distribution)),
    ...(options.state !== undefined && { stateDirectory: options.state }),
    workspaceDirectory: options.workspace,
    onDefect: (error) => say(error instanceof Error ? (error.stack ?? error.message) : String(error)),
  });
  if (options.json) printDocument({ ready: true, url: workbench.url });
  else printLine(workbench.url);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void workbench.close().then(() => process.exit(0)));
  }
}
