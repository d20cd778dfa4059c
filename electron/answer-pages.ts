import type { IpcMainEvent, MessagePortMain } from 'electron';
import { api } from '../host/api.ts';
import type { Host } from '../host/host.ts';
import { answerPortMessages } from '../host/server/answer-port-messages.ts';
import { portGreetings } from '../shared/model/port-greetings.ts';
import { appOrigin } from './app-origin.ts';

export interface AnswerPagesOptions {
  /** Electron's `ipcMain`. */
  readonly ipc: IpcListener;
  readonly host: Host;
  readonly onDefect: (error: unknown) => void;
}

interface IpcListener {
  on(channel: string, listener: (event: PortEvent) => void): unknown;
}

type PortEvent = Pick<IpcMainEvent, 'senderFrame'> & {
  readonly ports: readonly Pick<MessagePortMain, 'on' | 'start' | 'close' | 'postMessage'>[];
};

/** Answers the calls of every page that hands over a port; the port of anything but our own page is closed unread. */
export function answerPages({ ipc, host, onDefect }: AnswerPagesOptions): void {
  ipc.on(portGreetings.port, ({ senderFrame, ports }) => {
    const [port] = ports;
    if (port === undefined) return;
    if (senderFrame?.origin !== appOrigin || senderFrame.parent !== null) {
      port.close();
      return;
    }
    const answers = answerPortMessages({
      router: api,
      createContext: () => ({ host }),
      send: (answer) => port.postMessage(answer),
      onDefect,
    });
    port.on('message', ({ data }) => answers.receive(data));
    port.on('close', () => answers.close());
    port.start();
  });
}
