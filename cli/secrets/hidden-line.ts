import type { ReadStream } from 'node:tty';
import { HufuError } from '../../shared/hufu-error.ts';

export interface Keyboard extends Pick<ReadStream, 'setRawMode' | 'setEncoding' | 'on' | 'off' | 'resume' | 'pause'> {}

/**
 * One line from a terminal that does not show what is typed. Backspace takes back one character, Ctrl+U all of them;
 * Ctrl+C, and Ctrl+D on an empty line, give up: `input.cancelled`.
 */
export function hiddenLine(keyboard: Keyboard): Promise<string> {
  return new Promise((resolve, reject) => {
    let typed: string[] = [];

    function end(finish: () => void): void {
      keyboard.off('data', onData);
      keyboard.off('end', cancel);
      keyboard.setRawMode(false);
      keyboard.pause();
      finish();
    }

    function cancel(): void {
      end(() => reject(cancelled()));
    }

    function onData(chunk: Buffer | string): void {
      for (const character of String(chunk)) {
        if (character === '\r' || character === '\n') return end(() => resolve(typed.join('')));
        if (character === '\u0003' || (character === '\u0004' && typed.length === 0)) return cancel();
        if (character === '\u007f' || character === '\b') typed = typed.slice(0, -1);
        else if (character === '\u0015') typed = [];
        else if (character >= ' ') typed.push(character);
      }
    }

    keyboard.setEncoding('utf8');
    keyboard.setRawMode(true);
    keyboard.on('data', onData);
    keyboard.on('end', cancel);
    keyboard.resume();
  });
}

function cancelled(): HufuError {
  return new HufuError({
    code: 'input.cancelled',
    text: { zh: '已取消，没有改动。', en: 'Cancelled; nothing was changed.' },
  });
}
