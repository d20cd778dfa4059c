import { existsSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { createNodeEngine } from '../../../host/crypto/node-engine.ts';
import { createPlatformFiles } from '../../../host/platforms/platform-files.ts';
import type { PlatformFile } from '../../../host/platforms/platform-store.ts';
import { drawNonce, systemRandomBytes } from '../../../host/calls/node-inputs.ts';
import { HufuError, type HufuErrorDetail } from '../../../shared/hufu-error.ts';
import { trySamples, type TriedSample } from '../../../shared/own-platform/try-samples.ts';
import { ownProvider } from '../../../shared/own-platform/own-platform.ts';
import { pathText } from '../../../shared/own-platform/profile-problem.ts';
import { builtInProviders } from '../../../shared/providers/providers.ts';
import { inLanguage } from '../../language.ts';
import { errorDocument, printDocument, printLine } from '../../output.ts';
import { usage, UsageError } from '../../usage-error.ts';
import { platformsOfCommand } from '../../workspace/providers-of-command.ts';
import type { ProviderOptions } from './list.ts';

interface Checked {
  readonly path: string;
  readonly file?: PlatformFile;
  readonly unreadable?: HufuErrorDetail;
  readonly samples: readonly TriedSample[];
}

/** Says of each platform what is wrong, and where; exit code 1 when anything is. */
export async function checkProviders(named: readonly string[], options: ProviderOptions): Promise<void> {
  const all = named.length > 0 ? named.map((name) => checkNamed(name, options)) : checkWorkspace(options);
  if (all.length === 0) {
    throw usage('platform.none', 'PLATFORM', [
      '工作区里没有自有平台；用 hufu provider new 建立一个。',
      'The workspace has no platform of its own; make one with hufu provider new.',
    ]);
  }
  if (options.json) printDocument({ platforms: all.map(documentOf) });
  else for (const one of all) printChecked(one);
  if (!all.every(isInOrder)) process.exitCode = 1;
}

function checkWorkspace(options: ProviderOptions): readonly Checked[] {
  const { files, problems } = platformsOfCommand(options).list();
  return [...files.map(checkFile), ...problems.map((unreadable) => ({ path: '', unreadable, samples: [] }))];
}

/** An id of the workspace, or the path of a file that need not lie in one. */
function checkNamed(name: string, options: ProviderOptions): Checked {
  const path = resolve(name);
  const isFile = name.endsWith('.yaml') && existsSync(path);
  const store = isFile ? createPlatformFiles({ folder: dirname(path) }) : platformsOfCommand(options);
  const id = isFile ? basename(path, '.yaml') : name;
  try {
    return checkFile(store.file(id));
  } catch (error) {
    if (!(error instanceof HufuError)) throw error;
    if (error.code === 'platform.unknown') throw new UsageError(error.detail);
    return { path: name, unreadable: error.detail, samples: [] };
  }
}

function checkFile(file: PlatformFile): Checked {
  const engine = createNodeEngine();
  const provider = ownProvider(file, { builtIn: builtInProviders, engine });
  const moment = {
    clock: Date.now(),
    nonce: drawNonce(provider?.profile),
    serial: '1',
    randomBytes: systemRandomBytes,
    now: () => performance.now(),
  };
  return { path: file.path, file, samples: provider ? trySamples(provider, { engine, moment }) : [] };
}

function isInOrder({ file, unreadable, samples }: Checked): boolean {
  return !unreadable && file?.problems.length === 0 && samples.every(({ isInOrder: good }) => good);
}

function printChecked({ path, file, unreadable, samples }: Checked): void {
  if (unreadable) printLine(inLanguage(unreadable.text));
  for (const problem of file?.problems ?? []) {
    const { line, column } = problem.position ?? {};
    const place = line === undefined ? path : `${path}:${line}:${column}`;
    const at = pathText(problem.path, file?.whole);
    printLine(`${place}: ${at === '' ? '' : `${at}: `}${inLanguage(problem.text)}`);
  }
  for (const sample of samples) {
    const { interface: id, status, reason } = sample;
    printLine(`${path}: ${id} · ${sample.isInOrder ? '✓' : '✗'} ${status} ${inLanguage(reason)}`);
    for (const { message } of sample.isInOrder ? [] : sample.findings) printLine(`  ${inLanguage(message)}`);
  }
}

function documentOf({ path, file, unreadable, samples }: Checked): object {
  return {
    file: path,
    id: file?.id,
    basedOn: file?.basedOn,
    ...(unreadable && { error: errorDocument(unreadable) }),
    problems: (file?.problems ?? []).map((problem) => ({
      path: pathText(problem.path, file?.whole),
      ...(problem.position && { position: problem.position }),
      severity: problem.severity,
      message: inLanguage(problem.text),
    })),
    samples: samples.map(({ interface: id, status, reason, isInOrder: good, findings }) => ({
      interface: id,
      inOrder: good,
      status,
      reason: inLanguage(reason),
      findings: findings.map(({ code, message }) => ({ code, message: inLanguage(message) })),
    })),
  };
}
