import { requireTransport } from '../../../host/environments/require-transport.ts';
import { HufuError } from '../../../shared/hufu-error.ts';
import {
  saveEnvironmentSchema,
  type EnvironmentTransport,
  type SaveEnvironment,
} from '../../../shared/model/environment.ts';
import { variablesSchema } from '../../../shared/model/call.ts';
import { environmentFields } from '../../../shared/profile/environment-fields.ts';
import { environmentFindings } from '../../../shared/profile/environment-findings.ts';
import { resolveConventions } from '../../../shared/profile/conventions.ts';
import type { Profile } from '../../../shared/profile/profile.ts';
import { findingLine, say } from '../../output.ts';
import { readText } from '../../read-input.ts';
import { asUsage, usage, UsageError } from '../../usage-error.ts';

/** What `environments add` and `environments set` say of an environment. */
export interface DescribeOptions {
  readonly title?: string;
  readonly url?: string;
  readonly set: Readonly<Record<string, string>>;
  readonly convention: Readonly<Record<string, string>>;
  readonly variable: Readonly<Record<string, string>>;
  /** Names of fields, conventions or variables that go. */
  readonly unset?: readonly string[];
  readonly timeout?: string;
  /** Empty texts take away what is there. */
  readonly proxy?: string;
  readonly ca?: string;
  readonly clientCert?: string;
  readonly unverified?: readonly string[];
  readonly verified?: readonly string[];
  readonly keepBodies?: boolean;
}

/** An environment with what the options say changed. Throws what is wrong use; says what the platform would refuse. */
export function describedEnvironment(
  before: SaveEnvironment,
  options: DescribeOptions,
  profile: Profile,
): SaveEnvironment {
  requireEnvironmentFields(profile, Object.keys(options.set));
  const without = (values: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(values).filter(([name]) => !options.unset?.includes(name)));
  const conventions = without({ ...before.conventions, ...options.convention });
  asUsage(() => resolveConventions(profile, conventions));
  requireVariableNames(options.variable);
  const values = without({ ...before.values, ...options.set });
  for (const finding of environmentFindings(profile, values)) say(findingLine(finding));
  const transport = transportOf(before.transport, options);
  requireDescribed(transport, before.transport);
  const described = saveEnvironmentSchema.safeParse({
    ...before,
    title: options.title ?? before.title,
    url: options.url ?? before.url,
    values,
    conventions,
    variables: without({ ...before.variables, ...options.variable }),
    transport,
    keepsBodies: options.keepBodies ?? before.keepsBodies,
  });
  if (described.success) return described.data;
  // What can be wrong by itself was refused above: what is left is too long or empty.
  const place = described.error.issues[0]?.path.join('.') ?? '';
  throw usage('environment.wrong', place, [
    `${place} 为空或太长，没有保存。`,
    `${place} is empty or too long; nothing was saved.`,
  ]);
}

function transportOf(before: EnvironmentTransport, options: DescribeOptions): EnvironmentTransport {
  const { timeout, proxy, ca, clientCert, unverified = [], verified = [] } = options;
  const hosts = [...new Set([...(before.unverifiedHosts ?? []), ...unverified])].filter(
    (host) => !verified.includes(host),
  );
  const described = {
    ...before,
    ...(timeout !== undefined && { timeoutSeconds: timeout === '' ? undefined : seconds(timeout) }),
    ...(proxy !== undefined && { proxy: proxy === '' ? undefined : proxy }),
    ...(ca !== undefined && { ca: ca === '' ? undefined : readText(ca, '--ca') }),
    ...(clientCert !== undefined && {
      clientCertificate: clientCert === '' ? undefined : readText(clientCert, '--client-cert'),
    }),
    unverifiedHosts: hosts.length > 0 ? hosts : undefined,
  };
  return Object.fromEntries(Object.entries(described).filter(([, value]) => value !== undefined));
}

/** What is refused is said of the option that named it. */
function requireDescribed(transport: EnvironmentTransport, before: EnvironmentTransport): void {
  try {
    requireTransport(transport, before);
  } catch (error) {
    if (!(error instanceof HufuError)) throw error;
    throw new UsageError({ ...error.detail, field: optionOf[error.detail.field ?? ''] ?? '' });
  }
}

const optionOf: Readonly<Record<string, string>> = {
  proxy: '--proxy',
  ca: '--ca',
  clientCertificate: '--client-cert',
  unverifiedHosts: '--unverified',
};

function seconds(text: string): number {
  const value = Number(text);
  if (/^\d+(?:\.\d+)?$/.test(text) && value >= 0.1 && value <= 3600) return value;
  throw usage('option.timeout', '--timeout', [
    `--timeout 应为 0.1 到 3600 的秒数，实际是“${text}”。`,
    `--timeout must be a number of seconds from 0.1 to 3600 and is "${text}".`,
  ]);
}

function requireVariableNames(variables: Readonly<Record<string, string>>): void {
  const wrong = Object.keys(variables).find((name) => !variablesSchema.safeParse({ [name]: '' }).success);
  if (wrong === undefined) return;
  throw usage('variable.name', '--variable', [
    `“${wrong}”不能作为变量名；应由文字、数字和 _ - . 组成，以文字或 _ 开头。`,
    `"${wrong}" cannot name a variable; letters, digits and _ - . are expected, with a letter or _ in front.`,
  ]);
}

function requireEnvironmentFields(profile: Profile, given: readonly string[]): void {
  const { id } = profile;
  const known = environmentFields(profile).map(({ name }) => name);
  const strange = given.find((name) => !known.includes(name));
  if (strange === undefined) return;
  throw usage('environment.unknownField', '--set', [
    `${id} 的环境没有字段“${strange}”，有：${known.join('、')}。`,
    `An environment of ${id} has no field "${strange}"; it has ${known.join(', ')}.`,
  ]);
}
