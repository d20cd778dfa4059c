import { expect, it } from 'vitest';
import type { PartView } from '../../../shared/pipeline/trace-view.ts';
import { convertPart } from './convert-part.ts';

const text: PartView = { name: '', form: 'text', excerpt: '张𠮷', size: 7, cut: false };
const bytes: PartView = { name: '', form: 'hex', excerpt: 'e5bca0f0a0aeb7', size: 7, cut: false };

it('shows the same value as text, hex and Base64', () => {
  for (const part of [text, bytes]) {
    expect(convertPart(part, 'text')).toEqual({ text: '张𠮷' });
    expect(convertPart(part, 'hex')).toEqual({ text: 'e5bca0f0a0aeb7' });
    expect(convertPart(part, 'base64')).toEqual({ text: '5byg8KCutw==' });
  }
});

it('says so when bytes are no text, and leaves a cut value to the host', () => {
  expect(convertPart({ ...bytes, excerpt: 'ff00' }, 'text')).toMatchObject({ failure: { code: 'utf8.invalid' } });
  expect(convertPart({ ...text, cut: true }, 'text')).toBeUndefined();
});
