import { EventEmitter } from 'node:events';
import { describe, expect, it, vi } from 'vitest';
import type { Host } from '../host/host.ts';
import { answerPages } from './answer-pages.ts';

/** A port of Electron's main process: events with `data`, and what is posted to it. */
class Port extends EventEmitter {
  readonly start = vi.fn();
  readonly close = vi.fn();
  readonly postMessage = vi.fn();
}

const ownFrame = { origin: 'app://hufu', parent: null };

function handOver(senderFrame: unknown) {
  const ipc = new EventEmitter();
  const host = { capabilities: () => ({ version: '1.2.3' }) } as unknown as Host;
  answerPages({ ipc, host, onDefect: () => undefined });
  const port = new Port();
  ipc.emit('hufu:port', { senderFrame, ports: [port] });
  return port;
}

describe('a port that is handed over', () => {
  it('is answered when it comes from our own page', async () => {
    const port = handOver(ownFrame);
    expect(port.start).toHaveBeenCalled();
    port.emit('message', { data: { id: 1, path: 'capabilities', input: undefined } });
    await vi.waitFor(() =>
      expect(port.postMessage).toHaveBeenCalledWith({
        id: 1,
        status: 200,
        body: { result: { data: { version: '1.2.3' } } },
      }),
    );
  });

  it.each([
    ['another site', { origin: 'https://example.org', parent: null }],
    ['a frame inside our page', { origin: 'app://hufu', parent: ownFrame }],
    ['a page that is gone', null],
  ])('is closed unread when it comes from %s', (_, senderFrame) => {
    const port = handOver(senderFrame);
    expect(port.close).toHaveBeenCalled();
    expect(port.start).not.toHaveBeenCalled();
    expect(port.listenerCount('message')).toBe(0);
  });
});
