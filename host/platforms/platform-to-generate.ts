import { basename, dirname, resolve } from 'node:path';
import { HufuError } from '../../shared/hufu-error.ts';
import { newPlatform } from '../../shared/own-platform/new-platform.ts';
import { readOwnPlatform } from '../../shared/own-platform/own-platform.ts';
import { pathText } from '../../shared/own-platform/profile-problem.ts';
import type { Profile } from '../../shared/profile/profile.ts';
import { builtInProviders } from '../../shared/providers/providers.ts';
import { createPlatformFiles } from './platform-files.ts';

/**
 * The profile that the generator of a built-in platform starts from: a new one, or one of a workspace's file. Throws
 * `platform.wrong` with the first problem of a file.
 */
export function platformToGenerate({
  id,
  title,
  from,
}: {
  readonly id: string;
  readonly title: string;
  readonly from: string | undefined;
}): Profile {
  const read =
    from === undefined
      ? readOwnPlatform(newPlatform(title), { id, builtIn: builtInProviders })
      : createPlatformFiles({ folder: dirname(resolve(from)) }).file(basename(from, '.yaml'));
  const { profile, problems } = read;
  const [problem] = problems;
  if (!profile || problem) throw wrong(from ?? id, problem && `${pathText(problem.path)}: ${problem.text.en}`);
  return { ...profile, id };
}

function wrong(name: string, reason = ''): HufuError {
  const text = `${name}: ${reason}`;
  return new HufuError({ code: 'platform.wrong', text: { zh: text, en: text } });
}
