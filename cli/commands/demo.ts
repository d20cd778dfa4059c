import { createNodeEngine } from '../../host/crypto/node-engine.ts';
import { drawNonce } from '../../host/calls/node-inputs.ts';
import { sendRequest } from '../../host/calls/send-request.ts';
import { startSimulatorServer } from '../../host/simulator/simulator-server.ts';
import { sampleKeys } from '../../shared/providers/sample-keys.ts';
import { viewTrace } from '../../shared/pipeline/trace-view.ts';
import { resolveConventions } from '../../shared/profile/conventions.ts';
import { findProvider } from '../../shared/providers/providers.ts';
import { inLanguage } from '../language.ts';
import { printDocument, printLine, RawJson } from '../output.ts';
import { requestDocument } from '../run-document.ts';
import { printSent } from './send.ts';

/** One signed and encrypted call against a simulator of its own, every step shown. Touches no state of the user's. */
export async function demo(options: { readonly json?: boolean }): Promise<void> {
  const engine = createNodeEngine();
  const { profile, createSimulator, sample } = findProvider('ldt6008');
  const conventions = resolveConventions(profile, {});
  const keys = sampleKeys({ profile, keys: sample.keys }, engine);
  const server = await startSimulatorServer({ simulator: createSimulator({ conventions, keys, engine }), port: 0 });
  try {
    const [first] = profile.interfaces;
    const sent = await sendRequest(
      {
        profile,
        chosen: first,
        conventions,
        keys,
        url: server.url,
        body: first?.samples[0]?.body ?? '{}',
        fields: { environment: sample.values, interface: first?.header ?? {}, locked: {}, extra: [] },
      },
      { engine, drawn: { clock: Date.now(), nonce: drawNonce(profile), serial: '1' }, transport: {} },
    );
    const body = sent.response?.slots.get('body');
    if (options.json) {
      printDocument({
        url: sent.url,
        verdict: sent.verdict,
        status: sent.status?.code ?? null,
        answer: body?.type === 'json' ? new RawJson(body.root()) : null,
        request: requestDocument(sent.request),
        response: sent.response ? viewTrace(sent.response.trace, { limit: Number.POSITIVE_INFINITY }) : null,
      });
    } else {
      printLine(`${profile.standard} ${inLanguage(profile.title)}`);
      printSent(sent);
    }
    if (sent.verdict !== 'success') process.exitCode = 1;
  } finally {
    await server.close();
  }
}
