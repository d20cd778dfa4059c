import type { Command } from 'commander';
import { readCertificateKeys } from '../host/calls/certificate-keys.ts';
import { createNodeEngine } from '../host/crypto/node-engine.ts';
import type { CryptoEngine } from '../shared/crypto/engine.ts';
import { latestClock } from '../shared/profile/china-time.ts';
import { resolveConventions, type ConventionValues } from '../shared/profile/conventions.ts';
import type { Provider } from '../shared/providers/provider.ts';
import type { KeyStoreOptions } from './ring/with-key-store.ts';
import { refuseSecretArguments } from './secrets/never-an-argument.ts';
import { addPassphraseOptions } from './secrets/passphrase.ts';
import { addWorkspaceOption } from './state-option.ts';
import { readText, readTextMap } from './read-input.ts';
import { providersOfCommand } from './workspace/providers-of-command.ts';
import type { WorkspaceOptions } from './workspace/workspace-of-command.ts';
import { asUsage, usage } from './usage-error.ts';

export interface AgreementOptions extends WorkspaceOptions {
  readonly json?: boolean;
  readonly convention: Readonly<Record<string, string>>;
  readonly conventions?: string;
  readonly key: Readonly<Record<string, string>>;
  readonly keys?: string;
}

/** A saved environment instead of, or below, the single options; its keys lie in the vault. */
export interface EnvironmentOptions extends AgreementOptions, KeyStoreOptions {
  readonly platform?: string;
  readonly environment?: string;
}

export interface ComposeOptions extends EnvironmentOptions {
  /** Values for `{{name}}`, before all others. */
  readonly variable: Readonly<Record<string, string>>;
  readonly interface?: string;
  readonly set: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly now?: string;
  readonly nonce?: string;
  readonly serial?: string;
}

/** What two sides agree on: conventions and keys. */
export function addAgreementOptions(command: Command): Command {
  return command
    .option('--convention <NAME=VALUE>', '约定，可重复 convention, repeatable', collect('--convention'), {})
    .option('--conventions <FILE>', '约定的 JSON 文件 JSON file of conventions')
    .option(
      '--key <SLOT=VALUE>',
      '密钥，仅用于一次性的测试密钥，会留在命令历史里 key, for throw-away ones: it stays in the history',
      collect('--key'),
      {},
    )
    .option('--keys <FILE>', '密钥的 JSON 文件 JSON file of keys')
    .option('--json', '只输出一份 JSON print one JSON document and nothing else');
}

/** A platform, or an environment with its address, identity, conventions and keys; single options go before it. */
export function addEnvironmentOptions(command: Command): Command {
  const options = command
    .option('--platform <ID>', '平台 platform, e.g. ldt6008')
    .option(
      '--env, --environment <NAME>',
      '环境：地址、身份、约定和密钥 environment: address, identity, conventions, keys',
    );
  return refuseSecretArguments(addPassphraseOptions(addWorkspaceOption(options)), ['--passphrase']);
}

/** What a message is composed from. */
export function addComposeOptions(command: Command): Command {
  return addAgreementOptions(
    addEnvironmentOptions(command)
      .option('--interface <ID>', '接口 interface of the platform, e.g. cardStatus')
      .option('--set <FIELD=VALUE>', '报文头字段，可重复 header field, repeatable', collect('--set'), {})
      .option('--variable <NAME=VALUE>', '变量，可重复 variable, repeatable', collect('--variable'), {})
      .option('--body <FILE>', '报文体 JSON，- 为标准输入 body, - for standard input')
      .option('--now <ISO>', '固定时间 fixed time, e.g. 2026-11-22T10:10:20+08:00')
      .option('--nonce <TEXT>', '固定随机数 fixed nonce')
      .option('--serial <N>', '固定流水号 fixed serial'),
  );
}

export interface Agreement {
  readonly provider: Provider;
  readonly conventions: ConventionValues;
  readonly keys: Readonly<Record<string, string>>;
  readonly engine: CryptoEngine;
}

/** Conventions and keys from files, overruled by single options, above `inherited`. Refuses unknown names. */
export async function readAgreement(
  platform: string,
  options: AgreementOptions,
  inherited: Readonly<Record<string, string>> = {},
): Promise<Agreement> {
  const provider = asUsage(() => providersOfCommand(options).find(platform));
  const conventions = asUsage(() =>
    resolveConventions(provider.profile, {
      ...inherited,
      ...(options.conventions !== undefined && readTextMap(options.conventions, '--conventions')),
      ...options.convention,
    }),
  );
  const keys = {
    ...(options.keys !== undefined && readTextMap(options.keys, '--keys')),
    ...options.key,
  };
  const slots = provider.profile.keySlots.map(({ name }) => name);
  if (Object.keys(keys).some((slot) => !slots.includes(slot))) {
    // The name that was given is not repeated: of a Base64 key without a slot, it is the key.
    throw usage('key.unknownSlot', '--key', [
      `给出的密钥槽不属于 ${platform}，有：${slots.join('、')}；写法是 密钥槽=密钥。`,
      `A key was given for a slot that ${platform} has not; it has ${slots.join(', ')}, written SLOT=KEY.`,
    ]);
  }
  const engine = createNodeEngine();
  return {
    provider,
    conventions,
    engine,
    keys: await readCertificateKeys(keys, { profile: provider.profile, engine }),
  };
}

export function readBody({ body }: ComposeOptions): string {
  return body === undefined ? '{}' : readText(body, '--body');
}

/** Milliseconds of `--now`; a time without a zone is China time, as in the messages. */
export function readClock(now: string | undefined): number | undefined {
  if (now === undefined) return undefined;
  const zoned = /(?:Z|[+-]\d{2}:?\d{2})$/i.test(now) || !now.includes('T') ? now : `${now}+08:00`;
  const clock = /^\d{4}-\d{2}-\d{2}/.test(now) ? Date.parse(zoned) : Number.NaN;
  if (Number.isNaN(clock) || clock < 0 || clock > latestClock) {
    throw usage('option.now', '--now', [
      `--now 应为 ISO 8601 时间，例如 2026-11-22T10:10:20+08:00，实际是“${now}”。`,
      `--now must be an ISO 8601 time such as 2026-11-22T10:10:20+08:00 and is "${now}".`,
    ]);
  }
  return clock;
}

/** For options that may be given several times. One that took several words at once would swallow the argument behind it. */
export function several(value: string, previous: readonly string[] = []): readonly string[] {
  return [...previous, value];
}

/** For options of the form NAME=VALUE that may be given several times. */
export function collect(option: string) {
  return (pair: string, previous: Readonly<Record<string, string>>): Readonly<Record<string, string>> => {
    const separator = pair.indexOf('=');
    // What stands there is not repeated: it may be a key. Commander's own refusals repeat it.
    if (separator <= 0) {
      throw usage('option.pair', option, [
        `${option} 应写成 名称=值，等号前是名称。`,
        `${option} is written NAME=VALUE, with the name in front of the equals sign.`,
      ]);
    }
    return { ...previous, [pair.slice(0, separator)]: pair.slice(separator + 1) };
  };
}
