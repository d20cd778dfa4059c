import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { hiddenLine, type Keyboard } from './hidden-line.ts';

function keyboard() {
  const emitter = new EventEmitter();
  const raw: boolean[] = [];
  const board = Object.assign(emitter, {
    setRawMode: (mode: boolean) => void raw.push(mode),
    setEncoding: () => undefined,
    resume: () => undefined,
    pause: () => undefined,
  });
  return { board: board as unknown as Keyboard, raw, type: (text: string) => emitter.emit('data', text) };
}

describe('hiddenLine', () => {
  it.each([
    ['a whole line at once', ['correct horse\r'], 'correct horse'],
    ['one character at a time', ['口', '令', '\n'], '口令'],
    ['characters beyond the basic plane, taken back as one', ['a𠮷', '\u007f', 'b\r'], 'ab'],
    ['a line that is begun anew', ['wrong\u0015right\r'], 'right'],
    ['what follows the line end', ['first\rsecond\r'], 'first'],
    ['keys that write nothing', ['a\u0007\u0004b\r'], 'ab'],
  ])('reads %s', async (_what, chunks, line) => {
    const { board, raw, type } = keyboard();
    const answer = hiddenLine(board);
    chunks.forEach(type);
    expect(await answer).toBe(line);
    expect(raw).toEqual([true, false]);
  });

  it.each([['\u0003'], ['\u0004']])('gives up and shows again what is typed: %j', async (stop) => {
    const { board, raw, type } = keyboard();
    const answer = hiddenLine(board);
    type(stop);
    await expect(answer).rejects.toMatchObject({ code: 'input.cancelled' });
    expect(raw).toEqual([true, false]);
  });
});
