import { randomBytes } from 'node:crypto';
import { writeSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { keyringRequest, type KeyringAnswer, type KeyringRequest } from './keyring-request.ts';

/**
 * A process of its own, started by `ask-keyring.ts` for one request: on Linux the binding talks to D-Bus where it is
 * called, and a bus that does not answer would stop the whole host. A process can be ended, whatever it waits for.
 */
const answer = await answerTo(keyringRequest.parse(JSON.parse(await text(process.stdin))));
writeSync(process.stdout.fd, JSON.stringify(answer));
process.exit(0);

type Binding = typeof import('@napi-rs/keyring');

async function answerTo(request: KeyringRequest): Promise<KeyringAnswer> {
  let binding: Binding;
  try {
    binding = await import('@napi-rs/keyring');
  } catch {
    return { done: false, failure: 'binding' };
  }
  try {
    return await perform(request, binding);
  } catch {
    return { done: false, failure: 'store' };
  }
}

async function perform(request: KeyringRequest, { AsyncEntry }: Binding): Promise<KeyringAnswer> {
  const entryOf = (account: string) =>
    // Unpinned, the binding takes the kernel's keyring where there is no Secret Service: it is empty after a reboot.
    new AsyncEntry(request.service, account, { linux: { store: 'secret-service' } });

  switch (request.operation) {
    case 'probe':
      return probe(entryOf(`probe-${randomBytes(8).toString('hex')}`));
    case 'save':
      await entryOf(request.account).setPassword(request.value);
      return { done: true };
    case 'load': {
      const value = await entryOf(request.account).getPassword();
      return { done: true, ...(value !== null && { value }) };
    }
    case 'forget':
      await entryOf(request.account).deletePassword();
      return { done: true };
  }
}

/** Reading alone would not tell: a Secret Service without any collection, or with a locked one, still answers "nothing". */
async function probe(entry: InstanceType<Binding['AsyncEntry']>): Promise<KeyringAnswer> {
  const written = randomBytes(8).toString('hex');
  try {
    await entry.setPassword(written);
    return (await entry.getPassword()) === written ? { done: true } : { done: false, failure: 'store' };
  } finally {
    await entry.deletePassword();
  }
}
