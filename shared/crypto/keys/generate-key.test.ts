import { randomBytes as systemBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { generatedKinds } from '../../model/key.ts';
import type { GeneratedKind, KeyMaterial } from '../../model/key.ts';
import { bytesFromHex, hexFromBytes } from '../encodings/hex.ts';
import { createPortableEngine } from '../portable-engine.ts';
import { examineKey } from './examine-key.ts';
import { generateKey } from './generate-key.ts';
import { weakKeyFinding } from './weak-key-finding.ts';

const randomBytes = (length: number): Uint8Array => new Uint8Array(systemBytes(length));
const engine = createPortableEngine({ randomBytes });
const now = Date.parse('2026-01-01T00:00:00Z');

/** Gives the recorded bytes in turn, and zeros when they are used up. */
function recorded(...given: readonly Uint8Array[]): (length: number) => Uint8Array {
  const rest = [...given];
  return (length) => rest.shift() ?? new Uint8Array(length);
}

const given = (material: KeyMaterial): string =>
  material.algorithm === 'sm2Private' ? material.privateKey : textOf(material);
const textOf = (material: KeyMaterial): string => ('text' in material ? material.text : '');

describe('generateKey', () => {
  it.each(generatedKinds)('%s is recognised as the same key, and is another each time', async (kind) => {
    const material = generateKey(kind, { engine, randomBytes });
    const [key] = await examineKey('text' in material ? material.text : given(material), {
      engine,
      now,
    });
    expect(key?.material).toEqual(material);
    expect(generateKey(kind, { engine, randomBytes })).not.toEqual(material);
  });

  it.each<readonly [GeneratedKind, RegExp]>([
    ['sm4Hex', /^[0-9a-f]{32}$/],
    ['sm4Base64', /^[A-Za-z0-9+/]{22}==$/],
    ['sm4Characters', /^[A-Za-z0-9]{16}$/],
    ['sm4Digits', /^[0-9]{16}$/],
    ['secret', /^[A-Za-z0-9_-]{43}$/],
  ])('%s has its form', (kind, form) => {
    for (let count = 0; count < 50; count += 1)
      expect(textOf(generateKey(kind, { engine, randomBytes }))).toMatch(form);
  });

  it('draws d again when it is 0 or beyond n−2', () => {
    const order = 'fffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d541';
    const draws = ['00'.repeat(32), `${order}23`, `${order}22`, 'ff'.repeat(32), `${order}21`].map(bytesFromHex);
    expect(generateKey('sm2', { engine, randomBytes: recorded(...draws) })).toEqual({
      algorithm: 'sm2Private',
      privateKey: `${order}21`,
    });
    expect(() => generateKey('sm2', { engine, randomBytes: recorded() })).toThrow(RangeError);
  });

  it('leaves out the bytes that would make some characters likelier', () => {
    const every = (start: number): Uint8Array => Uint8Array.from({ length: 16 }, (_, index) => start + index);
    const digits = generateKey('sm4Digits', { engine, randomBytes: recorded(every(240), every(0)) });
    expect(textOf(digits)).toBe('0123456789012345');
    const characters = generateKey('sm4Characters', { engine, randomBytes: recorded(every(240), every(0)) });
    expect(textOf(characters)).toBe('23456789ABCDEFGH');
    const broken = (length: number): Uint8Array => new Uint8Array(length).fill(255);
    expect(() => generateKey('sm4Digits', { engine, randomBytes: broken })).toThrow(RangeError);
  });

  it('takes every character equally often', () => {
    const counts = new Map<number, number>();
    // Every byte once, in blocks of 16: what is drawn is exactly even.
    for (let start = 0; start < 256; start += 16) {
      const bytes = Uint8Array.from({ length: 16 }, (_, index) => start + index);
      const text = textOf(generateKey('sm4Digits', { engine, randomBytes: recorded(bytes) }));
      const used = Math.min(16, Math.max(0, 250 - start));
      for (const digit of text.slice(0, used)) counts.set(Number(digit), (counts.get(Number(digit)) ?? 0) + 1);
    }
    expect([...counts.values()]).toEqual(Array.from({ length: 10 }, () => 25));
  });

  it.each(generatedKinds)('%s refuses a source that gives too little', (kind) => {
    expect(() => generateKey(kind, { engine, randomBytes: () => new Uint8Array(3) })).toThrow(RangeError);
  });
});

describe('weakKeyFinding', () => {
  it('warns of 16 digits and of nothing else', () => {
    const digits = textOf(generateKey('sm4Digits', { engine, randomBytes }));
    expect(weakKeyFinding(digits, 'warning')).toMatchObject({ code: 'key.digitsOnly', severity: 'warning' });
    expect(JSON.stringify(weakKeyFinding(digits, 'notice'))).not.toContain(digits);
    for (const other of ['123456789012345', '12345678901234567', hexFromBytes(randomBytes(8)).replace(/^./, 'a')]) {
      expect(weakKeyFinding(other, 'warning')).toBeUndefined();
    }
  });
});
