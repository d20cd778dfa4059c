import { startSimulatorServer } from '../../host/simulator/simulator-server.ts';
import { sampleEnvironmentId } from '../../host/workspace/sample-environments.ts';
import type { Bilingual } from '../../shared/bilingual.ts';
import { faultsSchema, type Faults } from '../../shared/model/simulator.ts';
import { sampleKeys } from '../../shared/providers/sample-keys.ts';
import { inLanguage } from '../language.ts';
import { readPort } from '../read-port.ts';
import { readAgreement, type AgreementOptions } from '../message-options.ts';
import { findingDocument, printDocument, printLine, say } from '../output.ts';
import { usage } from '../usage-error.ts';

export interface SimulateOptions extends AgreementOptions {
  readonly port: string;
  readonly service?: readonly string[];
  readonly caller?: readonly string[];
  readonly fault: Readonly<Record<string, string>>;
}

/** Serves a platform's simulator until the process is ended. */
export async function simulate(platform: string, options: SimulateOptions): Promise<void> {
  const { provider, conventions, keys: given, engine } = await readAgreement(platform, options);
  const isSample = Object.keys(given).length === 0;
  const keys = isSample ? sampleKeys({ profile: provider.profile, keys: provider.sample.keys }, engine) : given;
  const faults = readFaults(options.fault);
  const simulator = provider.createSimulator({
    conventions,
    keys,
    engine,
    ...(options.service && { services: options.service }),
    ...(options.caller && { callers: options.caller }),
  });
  const server = await startSimulatorServer({
    simulator,
    port: readPort(options.port),
    onAnswer: ({ status, reason, request }) => {
      const message = inLanguage(reason);
      if (options.json) printDocument({ status, message, findings: request.findings.map(findingDocument) });
      else printLine(`${new Date().toISOString()} ${status} ${message}`);
    },
    onDefect: (error) => say(error instanceof Error ? (error.stack ?? error.message) : String(error)),
  });
  server.faults = faults;
  if (isSample) say(inLanguage(sampleKeysInUse(platform)));
  printDocument({ ready: true, platform, url: server.url, port: Number(new URL(server.url).port) });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void server.close().then(() => process.exit(0)));
  }
}

function sampleKeysInUse(platform: string): Bilingual {
  const environment = sampleEnvironmentId(platform);
  return {
    zh: `没有给出密钥，用的是自带的样例密钥；hufu send --env ${environment} --url <地址> 用的是同一套。`,
    en: `No keys were given: these are the sample keys, which hufu send --env ${environment} --url <address> has too.`,
  };
}

/** `--fault status=30`, `--fault delayMilliseconds=2000`, `--fault flipCiphertextBit=true` … */
function readFaults(given: Readonly<Record<string, string>>): Faults {
  const values = Object.entries(given).map(([name, text]): [string, unknown] => {
    if (text === 'true' || text === 'false') return [name, text === 'true'];
    return [name, name === 'delayMilliseconds' ? Number(text) : text];
  });
  const parsed = faultsSchema.safeParse(Object.fromEntries(values));
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const name = String(issue?.path[0] ?? Object.keys(given)[0] ?? '');
  const known = Object.keys(faultsSchema.shape);
  throw usage('option.fault', '--fault', [
    `故障开关“${name}”或它的值不对，有：${known.join('、')}。`,
    `The fault switch "${name}" or its value is wrong; there are ${known.join(', ')}.`,
  ]);
}
