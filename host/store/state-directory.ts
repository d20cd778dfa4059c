import { homedir } from 'node:os';
import { posix, win32 } from 'node:path';

export interface StateDirectoryOptions {
  /** A directory named by the caller, for instance by a command line option. It wins over everything else. */
  readonly override?: string;
  readonly environment?: Readonly<Record<string, string | undefined>>;
  readonly platform?: NodeJS.Platform;
  readonly home?: string;
  /** What a relative override or `HUFU_STATE` is relative to. */
  readonly workingDirectory?: string;
}

/**
 * The folder of what belongs to this user on this machine and never into git: databases, drafts, settings.
 * Nothing is created here. Order: `override`, the variable `HUFU_STATE`, then the place of the platform:
 * `%LOCALAPPDATA%\Hufu`, `~/Library/Application Support/Hufu`, or `$XDG_STATE_HOME/hufu` with `~/.local/state` for an
 * unset or relative variable (XDG Base Directory Specification 0.8: relative paths are to be ignored).
 */
export function stateDirectory({
  override,
  environment = process.env,
  platform = process.platform,
  home = homedir(),
  workingDirectory = process.cwd(),
}: StateDirectoryOptions = {}): string {
  const path = platform === 'win32' ? win32 : posix;
  // An empty variable is an unset one: `HUFU_STATE= hufu start` must not write into the working directory.
  const named = override || environment['HUFU_STATE'];
  if (named) return path.resolve(workingDirectory, named);
  if (platform === 'win32')
    return path.join(environment['LOCALAPPDATA'] || path.join(home, 'AppData', 'Local'), 'Hufu');
  if (platform === 'darwin') return path.join(home, 'Library', 'Application Support', 'Hufu');
  const stateHome = environment['XDG_STATE_HOME'];
  return path.join(stateHome && path.isAbsolute(stateHome) ? stateHome : path.join(home, '.local', 'state'), 'hufu');
}
