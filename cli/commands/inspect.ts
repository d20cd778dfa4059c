import { nodeInputs } from '../../host/calls/node-inputs.ts';
import { inspectMessage, type Inspection } from '../../shared/inspect/inspect-message.ts';
import { jsonString } from '../../shared/json/json-node.ts';
import { noFields } from '../../shared/pipeline/messages.ts';
import { viewTrace } from '../../shared/pipeline/trace-view.ts';
import { readAgreement, type AgreementOptions } from '../message-options.ts';
import { findingDocument, printDocument, printLine } from '../output.ts';
import { printFindings, printTrace } from '../print-trace.ts';
import { readText } from '../read-input.ts';

export interface InspectOptions extends AgreementOptions {
  readonly platform: string;
  readonly http: Readonly<Record<string, string>>;
}

/** Verifies and decrypts a captured message; exit code 1 when it is not in order. */
export async function inspect(file: string, options: InspectOptions): Promise<void> {
  const { provider, conventions, keys, engine } = await readAgreement(options.platform, options);
  const inspection = inspectMessage({
    profile: provider.profile,
    conventions,
    inputs: nodeInputs({ engine, keys, fields: noFields, clock: Date.now() }),
    text: readText(file, 'FILE').trim(),
    httpHeaders: Object.entries(options.http).map(([name, value]) => ({ name, value: jsonString(value) })),
  });
  if (options.json) printDocument(inspectionDocument(inspection));
  else {
    printTrace(inspection.run.trace);
    printLine();
    printFindings(inspection.run.trace);
    if (inspection.plaintext !== undefined) printLine(`\n${inspection.plaintext}`);
  }
  if (!inspection.inOrder) process.exitCode = 1;
}

function inspectionDocument({ kind, signature, plaintext, run }: Inspection): object {
  return {
    platform: run.trace.platform,
    kind,
    signature: { verdict: signature.verdict, expected: signature.expected ?? null, found: signature.found ?? null },
    body: { plaintext: plaintext ?? null },
    findings: run.trace.findings.map(findingDocument),
    trace: viewTrace(run.trace, { limit: Number.POSITIVE_INFINITY }),
  };
}
