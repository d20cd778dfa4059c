import { describe, expect, it } from 'vitest';
import { ariaChord, chordOf, chordText, isTyped, type KeyPress } from './chord.ts';

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...more,
});

describe('chords', () => {
  it.each<[KeyPress, string | undefined]>([
    [press('k', { ctrlKey: true, code: 'KeyK' }), 'Mod+K'],
    [press('K', { metaKey: true, shiftKey: true, code: 'KeyK' }), 'Mod+Shift+K'],
    [press('∑', { altKey: true, code: 'KeyW' }), 'Alt+W'],
    [press('Enter', { ctrlKey: true }), 'Mod+Enter'],
    [press('?', { shiftKey: true, code: 'Slash' }), '?'],
    [press('？', { code: 'Slash' }), '?'],
    [press('PageDown', { altKey: true }), 'Alt+PageDown'],
    [press('!', { altKey: true, shiftKey: true, code: 'Digit1' }), 'Alt+Shift+1'],
    [press('Control', { ctrlKey: true }), undefined],
    [press('Process', { code: 'KeyA' }), undefined],
    [press(' ', { ctrlKey: true }), 'Mod+Space'],
  ])('reads %o', (event, chord) => expect(chordOf(event)).toBe(chord));

  it('writes them as each system does', () => {
    expect(chordText('Mod+Alt+Shift+K', { isMac: false })).toBe('Ctrl+Alt+Shift+K');
    expect(chordText('Mod+Alt+Shift+K', { isMac: true })).toBe('⌘⌥⇧K');
    expect(chordText('Mod+Enter', { isMac: false })).toBe('Ctrl+↵');
    expect(chordText('Mod++', { isMac: false })).toBe('Ctrl++');
    expect(ariaChord('Mod+Enter')).toBe('Control+Enter Meta+Enter');
    expect(ariaChord('?')).toBe('?');
  });

  it('knows which keys a text takes', () => {
    for (const chord of ['?', 'A', 'Shift+A', 'Enter', 'Delete', 'ArrowUp']) expect(isTyped(chord), chord).toBe(true);
    for (const chord of ['Mod+K', 'Alt+W', 'F1', 'Mod+Enter']) expect(isTyped(chord), chord).toBe(false);
  });
});
