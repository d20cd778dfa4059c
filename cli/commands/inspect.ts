import { isDeepStrictEqual } from 'node:util';
import type { Bilingual } from '../../shared/bilingual.ts';
import { nodeInputs } from '../../host/calls/node-inputs.ts';
import { inspectMessage, type Inspection } from '../../shared/inspect/inspect-message.ts';
import { jsonString } from '../../shared/json/json-node.ts';
import { noFields } from '../../shared/pipeline/messages.ts';
import { viewTrace } from '../../shared/pipeline/trace-view.ts';
import { interfaceNeeded } from '../interface-needed.ts';
import { inLanguage } from '../language.ts';
import type { EnvironmentOptions } from '../message-options.ts';
import { findingDocument, printDocument, printLine } from '../output.ts';
import { printFindings, printTrace } from '../print-trace.ts';
import { readText } from '../read-input.ts';
import { withAgreement, type EnvironmentAgreement } from '../with-agreement.ts';

export interface InspectOptions extends EnvironmentOptions {
  readonly http: Readonly<Record<string, string>>;
  readonly interface?: string;
  readonly as?: Inspection['kind'];
}

interface Inspected {
  readonly inspection: Inspection;
  /** Of an environment: the keys that were tried last, by slot. */
  readonly fingerprints?: Readonly<Record<string, string>>;
  /** Slots in which an older version of the key was needed. */
  readonly former: readonly string[];
}

/** Verifies and decrypts a captured message; exit code 1 when it is not in order. */
export async function inspect(file: string, options: InspectOptions): Promise<void> {
  await withAgreement(options, async (agreement) => {
    const inspected = await inspectWith(agreement, {
      ...options,
      text: readText(file, 'FILE').trim(),
    });
    const { inspection, fingerprints, former } = inspected;
    if (options.json) printDocument(inspectionDocument(inspected));
    else {
      printTrace(inspection.run.trace);
      printLine();
      printFindings(inspection.run.trace);
      for (const slot of former) printLine(inLanguage(formerKey(slot, fingerprints?.[slot] ?? '')));
      if (inspection.plaintext !== undefined) printLine(`\n${inspection.plaintext}`);
    }
    if (!inspection.inOrder) process.exitCode = 1;
  });
}

/** With the keys in use; where they do not open the message, with the first older ones that do. */
async function inspectWith(
  { provider, conventions, keys, keyProblems, engine, environment }: EnvironmentAgreement,
  { text, http, interface: chosen, as }: Pick<InspectOptions, 'http' | 'interface' | 'as'> & { readonly text: string },
): Promise<Inspected> {
  const { profile } = provider;
  if (chosen !== undefined && !profile.interfaces.some(({ id }) => id === chosen)) throw interfaceNeeded(profile);
  const run = (tried: Readonly<Record<string, string>>): Inspection =>
    inspectMessage({
      profile,
      interface: chosen,
      kind: as,
      conventions,
      inputs: nodeInputs({ engine, keys: tried, keyProblems, fields: noFields, clock: Date.now() }),
      text,
      httpHeaders: Object.entries(http).map(([name, value]) => ({ name, value: jsonString(value) })),
    });
  const inspection = run(keys);
  const isRead = inspection.run.trace.steps.some(({ kind }) => kind !== 'header.check');
  if (!isRead) throw interfaceNeeded(profile);
  if (!environment) return { inspection, former: [] };
  const newest = { inspection, fingerprints: environment.fingerprints, former: [] };
  if (opens(inspection)) return newest;
  for (const { keys: older, fingerprints } of await environment.generations()) {
    // The keys in use are among them and were tried.
    if (isDeepStrictEqual(older, keys)) continue;
    const again = run(older);
    if (!opens(again)) continue;
    const former = Object.keys(fingerprints).filter((slot) => fingerprints[slot] !== environment.fingerprints[slot]);
    return { inspection: again, fingerprints, former };
  }
  return newest;
}

/** Every step went through; what the standard says about the header is another matter. */
function opens({ run }: Inspection): boolean {
  return run.trace.steps.every(({ verdict }) => verdict !== 'failed');
}

function formerKey(slot: string, fingerprint: string): Bilingual {
  return {
    zh: `这个报文是用 ${slot} 的旧版本（指纹 ${fingerprint}）打开的。`,
    en: `A former key of ${slot} (fingerprint ${fingerprint}) opened this message.`,
  };
}

function inspectionDocument({ inspection, fingerprints, former }: Inspected): object {
  const { kind, signature, plaintext, run } = inspection;
  return {
    platform: run.trace.platform,
    kind,
    signature: { verdict: signature.verdict, expected: signature.expected ?? null, found: signature.found ?? null },
    body: { plaintext: plaintext ?? null },
    ...(fingerprints && {
      keys: Object.entries(fingerprints).map(([slot, fingerprint]) => ({
        slot,
        fingerprint,
        version: former.includes(slot) ? 'former' : 'active',
      })),
    }),
    findings: run.trace.findings.map(findingDocument),
    trace: viewTrace(run.trace, { limit: Number.POSITIVE_INFINITY }),
  };
}
