import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createDraftSaver, type SaveDraft } from './draft-saver.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function saverWith(save: SaveDraft) {
  const failures: unknown[] = [];
  const onSaved = vi.fn<() => void>();
  const saver = createDraftSaver({
    save,
    delayMilliseconds: () => 250,
    onSaved,
    onFailed: (error) => failures.push(error),
  });
  return { saver, failures, onSaved };
}

it('saves the newest content of each draft once, a moment after the first change', async () => {
  const save = vi.fn<SaveDraft>(() => Promise.resolve());
  const { saver, onSaved } = saverWith(save);
  saver.changed('a', () => 'one');
  await vi.advanceTimersByTimeAsync(200);
  saver.changed('a', () => 'two');
  saver.changed('b', () => undefined);
  await vi.advanceTimersByTimeAsync(49);
  expect(save).not.toHaveBeenCalled();
  expect(saver.isPending()).toBe(true);
  await vi.advanceTimersByTimeAsync(1);
  expect(save.mock.calls).toEqual([
    ['a', 'two'],
    ['b', undefined],
  ]);
  expect(saver.isPending()).toBe(false);
  expect(onSaved).toHaveBeenCalledOnce();
});

it('saves at once when asked to, before the delay is over', async () => {
  const save = vi.fn<SaveDraft>(() => Promise.resolve());
  const { saver } = saverWith(save);
  saver.changed('a', () => 'one');
  await saver.flush();
  expect(save.mock.calls).toEqual([['a', 'one']]);
  await vi.advanceTimersByTimeAsync(1000);
  expect(save).toHaveBeenCalledOnce();
});

it('tries again by itself, with all that was waiting', async () => {
  const save = vi.fn<SaveDraft>(() => Promise.resolve());
  save.mockRejectedValueOnce(new Error('disk full'));
  const { saver, onSaved } = saverWith(save);
  saver.changed('a', () => 'one');
  saver.changed('b', () => 'two');
  await saver.flush();
  expect(onSaved).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(3000);
  expect(save.mock.calls.slice(1)).toEqual([
    ['a', 'one'],
    ['b', 'two'],
  ]);
  expect(onSaved).toHaveBeenCalledOnce();
});

it('keeps a draft that could not be saved, and does not put it over a newer one', async () => {
  const save = vi.fn<SaveDraft>(() => Promise.resolve());
  save.mockRejectedValueOnce(new Error('disk full'));
  const { saver, failures } = saverWith(save);
  saver.changed('a', () => 'one');
  await saver.flush();
  expect(failures).toHaveLength(1);
  expect(saver.isPending()).toBe(true);
  saver.changed('a', () => 'two');
  await saver.flush();
  expect(save.mock.calls.at(-1)).toEqual(['a', 'two']);
  expect(saver.isPending()).toBe(false);
});

it('lets what is on its way arrive before what came after it', async () => {
  const order: string[] = [];
  let arrive = () => {};
  const save = vi.fn<SaveDraft>((_, content) => {
    order.push(`start ${content}`);
    return new Promise<void>((resolve) => {
      arrive = () => {
        order.push(`end ${content}`);
        resolve();
      };
    });
  });
  const { saver } = saverWith(save);
  saver.changed('a', () => 'one');
  const first = saver.flush();
  await vi.advanceTimersByTimeAsync(0);
  saver.changed('a', () => 'two');
  const second = saver.flush();
  arrive();
  await first;
  await vi.advanceTimersByTimeAsync(0);
  arrive();
  await second;
  expect(order).toEqual(['start one', 'end one', 'start two', 'end two']);
});

it('hands over everything at once when the page is going, even while a save is on its way', async () => {
  const save = vi.fn<SaveDraft>(() => new Promise(() => undefined));
  const { saver } = saverWith(save);
  saver.changed('a', () => 'one');
  await vi.advanceTimersByTimeAsync(250);
  saver.changed('b', () => 'two');
  saver.changed('c', () => 'three');
  saver.leave();
  expect(save.mock.calls).toEqual([
    ['a', 'one'],
    ['b', 'two'],
    ['c', 'three'],
  ]);
});
