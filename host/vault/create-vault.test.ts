import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { HufuError } from '../../shared/hufu-error.ts';
import { createVault } from './create-vault.ts';
import type { Vault } from './vault.ts';
import { headText, writeVaultText } from './vault-document.ts';
import { authenticate, newKdfParameters, passphraseKeys, sealBox } from './vault-keys.ts';

const passphrase = '一把真正的钥匙 and words';
const lock = <Result>(work: () => Result): Result => work();
const code = (name: string) => expect.objectContaining({ code: name });

let directory: string;
let vault: Vault;
/** A vault that was made once, since its passphrase takes long: one entry, one earlier copy. */
let made: { readonly file: string; readonly previous: string; readonly dataKey: Uint8Array };

const path = () => join(directory, 'vault.hufu');
const fileText = () => readFileSync(path(), 'utf8');
const another = (): Vault => createVault({ directory, lock });

function newDirectory(): string {
  return mkdtempSync(join(tmpdir(), 'hufu-vault-'));
}

beforeAll(async () => {
  directory = newDirectory();
  const first = another();
  await first.create(passphrase);
  first.update((entries) => entries.write('one', { key: 'the first secret' }));
  first.update((entries) => {
    entries.write('two', { key: 'the second secret' });
    entries.writeOutline({ filled: ['two'] });
  });
  made = { file: fileText(), previous: readFileSync(`${path()}.previous`, 'utf8'), dataKey: first.dataKey() };
  rmSync(directory, { recursive: true });
});

beforeEach(() => {
  directory = newDirectory();
  writeFileSync(path(), made.file);
  writeFileSync(`${path()}.previous`, made.previous);
  vault = another();
});

afterEach(() => rmSync(directory, { recursive: true, force: true }));

/** As somebody would who can write files and knows no key. */
function withNewDigest(text: string): string {
  const sealed = text.slice(0, text.lastIndexOf('digest '));
  return `${sealed}digest ${createHash('sha256').update(sealed).digest('hex')}\n`;
}

interface Editable {
  format: number;
  savedAt: number;
  kdf: Record<string, unknown>;
  wrappedKey: { nonce: string };
  entries: { name: string; nonce: string; ciphertext: string }[];
}

const documentIn = (text: string) => JSON.parse(text.split('\n')[0] ?? '') as Editable;

function alter(change: (document: Editable) => void): void {
  const [, ...rest] = made.file.split('\n');
  const document = documentIn(made.file);
  change(document);
  writeFileSync(path(), withNewDigest([JSON.stringify(document), ...rest].join('\n')));
}

describe('a sound vault', () => {
  it('opens with its passphrase, however its characters are composed, and holds what was written', async () => {
    expect(vault.state()).toEqual({ state: 'locked' });
    expect(vault.outline()).toEqual({ filled: ['two'] });
    expect(() => vault.names()).toThrow(code('vault.locked'));
    await expect(vault.unlock('some other words')).rejects.toThrow(code('vault.wrongPassphrase'));
    await vault.unlock('一把真正的钥匙 ａnd words');
    expect(vault.names()).toEqual(['one', 'two']);
    expect(vault.read('two')).toEqual({ key: 'the second secret' });
    expect(vault.read('three')).toBeUndefined();
    vault.lock();
    expect(() => vault.read('two')).toThrow(code('vault.locked'));
  });

  it('holds nothing in clear but the outline, for this user alone', () => {
    for (const secret of ['the first secret', 'the second secret']) {
      expect(made.file).not.toContain(secret);
      expect(made.file).not.toContain(Buffer.from(secret).toString('base64').slice(0, -4));
    }
    vault.unlockWithDataKey(made.dataKey);
    vault.update((entries) => entries.remove('one'));
    if (process.platform !== 'win32') expect(statSync(path()).mode & 0o777).toBe(0o600);
    expect(readdirSync(directory).toSorted()).toEqual(['vault.hufu', 'vault.hufu.previous']);
  });

  it('keeps the ciphertext of what was not written, and a second copy of the whole', () => {
    const entryOf = (name: string) => documentIn(fileText()).entries.find((entry) => entry.name === name);
    const before = entryOf('one');
    vault.unlockWithDataKey(made.dataKey);
    vault.update((entries) => entries.write('two', 'new'));
    expect(entryOf('one')).toEqual(before);
    expect(readFileSync(`${path()}.previous`, 'utf8')).toBe(fileText());
  });

  it('takes any JSON value under a name that can be printed, and refuses other names', () => {
    vault.unlockWithDataKey(made.dataKey);
    const values = [null, '', '\u0000 𠮷', 0, [{}], { __proto__: null, toString: 'text' }];
    for (const [index, value] of values.entries()) {
      vault.update((entries) => entries.write(`名称 ${index}`, value));
      expect(vault.read(`名称 ${index}`)).toEqual(value);
    }
    for (const name of ['', 'a\nb', 'a\u0085b', '长'.repeat(201)]) {
      expect(() => vault.update((entries) => entries.write(name, 1))).toThrow(code('vault.entryName'));
    }
    vault.update((entries) => entries.write('长'.repeat(200), 1));
    expect(vault.read('长'.repeat(200))).toBe(1);
  });

  it('opens with stronger parameters than are usual', async () => {
    const kdf = { ...newKdfParameters(), p: 2 };
    const { wrapping, verifier } = await passphraseKeys(passphrase, kdf);
    const document = { format: 1 as const, id: randomUUID(), kdf, savedAt: 0, outline: {}, entries: [] };
    const head = headText(document);
    const wrappedKey = sealBox(wrapping, { plaintext: made.dataKey, place: head });
    const check = authenticate(verifier, head).toString('base64');
    writeFileSync(path(), writeVaultText({ ...document, check, wrappedKey }, made.dataKey));
    await vault.unlock(passphrase);
    expect(vault.names()).toEqual([]);
  });

  it('changes nothing when the work throws', () => {
    vault.unlockWithDataKey(made.dataKey);
    expect(() =>
      vault.update((entries) => {
        entries.remove('one');
        throw new Error('no');
      }),
    ).toThrow('no');
    expect(fileText()).toBe(made.file);
  });

  it('leaves no trace of what is to be forgotten, in either copy', () => {
    vault.unlockWithDataKey(made.dataKey);
    vault.update((entries) => entries.remove('one'));
    expect(readFileSync(`${path()}.previous`, 'utf8')).toBe(fileText());
    expect(fileText()).not.toContain('"one"');
  });

  it('refuses a short passphrase and a second vault in its place', async () => {
    await expect(vault.create(passphrase)).rejects.toThrow(code('vault.exists'));
    rmSync(path());
    expect(vault.state()).toMatchObject({ state: 'damaged', problem: { code: 'vault.missing' } });
    await expect(vault.create(passphrase)).rejects.toThrow(code('vault.exists'));
    rmSync(`${path()}.previous`);
    expect(vault.state()).toEqual({ state: 'none' });
    expect(() => vault.names()).toThrow(code('vault.none'));
    await expect(vault.create('七个字符的口令')).rejects.toThrow(code('vault.passphraseShort'));
    expect(readdirSync(directory)).toEqual([]);
  });
});

describe('two processes', () => {
  it('see and keep what the other wrote', () => {
    const other = another();
    vault.unlockWithDataKey(made.dataKey);
    other.unlockWithDataKey(made.dataKey);
    for (let round = 0; round < 20; round += 1) {
      vault.update((entries) => entries.write(`mine ${round}`, round));
      other.update((entries) => entries.write(`theirs ${round}`, round));
    }
    expect(vault.names()).toHaveLength(42);
    expect(vault.read('theirs 19')).toBe(19);
    expect(other.read('mine 19')).toBe(19);
  });

  it('a changed passphrase locks the other one, and leaves nothing that the old one opens', async () => {
    const other = another();
    other.unlockWithDataKey(made.dataKey);
    await expect(vault.changePassphrase({ current: 'not this one', next: 'whatever else' })).rejects.toThrow(
      code('vault.wrongPassphrase'),
    );
    await expect(vault.changePassphrase({ current: passphrase, next: 'short' })).rejects.toThrow(
      code('vault.passphraseShort'),
    );
    expect(fileText()).toBe(made.file);
    await vault.changePassphrase({ current: passphrase, next: 'another one entirely' });
    expect(vault.read('one')).toEqual({ key: 'the first secret' });
    expect(() => other.read('one')).toThrow(code('vault.passphraseChanged'));
    expect(other.state()).toEqual({ state: 'locked' });
    expect(() => other.unlockWithDataKey(made.dataKey)).toThrow(code('vault.otherDataKey'));
    await expect(other.unlock(passphrase)).rejects.toThrow(code('vault.wrongPassphrase'));
    await other.unlock('another one entirely');
    expect(other.read('two')).toEqual({ key: 'the second secret' });
    expect(readFileSync(`${path()}.previous`, 'utf8')).toBe(fileText());
  });
});

describe('two processes at the same moment', () => {
  const codes = (outcomes: readonly PromiseSettledResult<void>[]) =>
    outcomes.map((outcome) => (outcome.status === 'rejected' ? (outcome.reason as HufuError).code : 'done'));

  it('change the passphrase: one does, the other is told', async () => {
    const changes = [
      vault.changePassphrase({ current: passphrase, next: 'the first to come' }),
      another().changePassphrase({ current: passphrase, next: 'the other to come' }),
    ];
    const outcome = codes(await Promise.allSettled(changes));
    expect(outcome.toSorted()).toEqual(['done', 'vault.passphraseChanged']);
    const fresh = another();
    await fresh.unlock(outcome[0] === 'done' ? 'the first to come' : 'the other to come');
    expect(fresh.read('one')).toEqual({ key: 'the first secret' });
  });

  it('make a vault: one does, the other is told', async () => {
    rmSync(path());
    rmSync(`${path()}.previous`);
    const outcome = codes(await Promise.allSettled([vault.create(passphrase), another().create('another phrase')]));
    expect(outcome.toSorted()).toEqual(['done', 'vault.exists']);
    await another().unlock(outcome[0] === 'done' ? passphrase : 'another phrase');
  });

  it('change the passphrase while the other writes: nothing is lost', async () => {
    const other = another();
    other.unlockWithDataKey(made.dataKey);
    const changed = vault.changePassphrase({ current: passphrase, next: 'a later passphrase' });
    other.update((entries) => entries.write('in between', 1));
    await changed;
    expect(vault.read('in between')).toBe(1);
  });
});

describe('a vault that is not what it was', () => {
  /** Refused with a sentence in both languages, nothing overwritten, the good copy offered. */
  function expectRefused(bytes: Uint8Array): void {
    writeFileSync(path(), bytes);
    const { state, problem, previousSavedAt } = vault.state();
    expect({ state, offered: previousSavedAt !== undefined }).toEqual({ state: 'damaged', offered: true });
    expect(problem?.text.zh).toMatch(/[\u4e00-\u9fff]/);
    expect(problem?.text.en).toMatch(/vault/);
    expect(() => vault.unlockWithDataKey(made.dataKey)).toThrow(HufuError);
    expect(() => vault.update((entries) => entries.write('x', 1))).toThrow(HufuError);
    expect(readFileSync(path()).equals(bytes)).toBe(true);
  }

  it('is refused with any single byte flipped', () => {
    const good = Buffer.from(made.file);
    expect.hasAssertions();
    for (let at = 0; at < good.length; at += 1) {
      const bytes = Buffer.from(good);
      bytes[at] = (bytes[at] ?? 0) ^ (1 << (at % 8));
      expectRefused(bytes);
    }
  });

  it('is refused when cut anywhere, or longer', () => {
    const good = Buffer.from(made.file);
    expect.hasAssertions();
    for (let length = 0; length < good.length; length += 1) expectRefused(good.subarray(0, length));
    for (const end of ['\n', ' ', '\0', 'x']) expectRefused(Buffer.concat([good, Buffer.from(end)]));
  });

  it('is refused before a passphrase is tried when its parameters are weaker or absurd', async () => {
    const weaker = [{ N: 2 ** 16 }, { r: 1 }, { p: 0 }, { salt: '' }];
    const absurd = [{ N: 2 ** 30 }, { N: 2 ** 17 + 1 }, { r: 8.5 }, { r: 128 }, { p: 1.5 }, { p: 1000 }];
    for (const change of [...weaker, ...absurd]) {
      alter(({ kdf }) => Object.assign(kdf, change));
      expect(vault.state()).toMatchObject({ state: 'damaged', problem: { code: 'vault.weakParameters' } });
      await expect(vault.unlock(passphrase)).rejects.toThrow(code('vault.weakParameters'));
    }
  });

  it('is refused when its parameters were made stronger, its check or its key altered: nobody vouched for that', async () => {
    alter(({ kdf }) => Object.assign(kdf, { p: 2 }));
    await expect(vault.unlock(passphrase)).rejects.toThrow(code('vault.wrongPassphrase'));
    alter(({ wrappedKey }) => (wrappedKey.nonce = Buffer.alloc(12).toString('base64')));
    await expect(vault.unlock(passphrase)).rejects.toThrow(code('vault.damaged'));
  });

  it('is refused when entries changed places, or one was put back or taken away', async () => {
    const changes: ((document: Editable) => void)[] = [
      (document) => (document.entries = document.entries.toReversed()),
      ({ entries: [one, two] }) => one && two && Object.assign(one, { nonce: two.nonce, ciphertext: two.ciphertext }),
      ({ entries: [one, two] }) => one && two && ([one.name, two.name] = [two.name, one.name]),
      ({ entries }) => entries.pop(),
      ({ entries: [one], entries }) => one && entries.push({ ...one, name: 'three' }),
    ];
    for (const change of changes) {
      alter(change);
      await expect(vault.unlock(passphrase)).rejects.toThrow(code('vault.damaged'));
      expect(() => vault.unlockWithDataKey(made.dataKey)).toThrow(code('vault.otherDataKey'));
    }
  });

  it('is noticed while it is open', () => {
    vault.unlockWithDataKey(made.dataKey);
    alter(({ entries }) => entries.pop());
    expect(() => vault.read('one')).toThrow(code('vault.damaged'));
    expect(() => vault.update((entries) => entries.write('x', 1))).toThrow(code('vault.damaged'));
    expect(vault.state()).toMatchObject({ state: 'damaged' });
    // Its data key is gone, so that it cannot stay open for ever.
    writeFileSync(path(), made.file);
    expect(vault.state()).toEqual({ state: 'locked' });
  });

  it('of a newer format is left to a newer program', () => {
    alter((document) => (document.format = 2));
    const text = fileText();
    expect(vault.state()).toMatchObject({ problem: { code: 'vault.newerFormat' } });
    expect(vault.state().previousSavedAt).toBeUndefined();
    expect(() => vault.restorePrevious()).toThrow(code('vault.newerFormat'));
    expect(fileText()).toBe(text);
  });

  it('stays known as damaged when only its data key could tell, and gives its place too', async () => {
    alter(({ entries }) => entries.pop());
    expect(vault.state()).toEqual({ state: 'locked' });
    await expect(vault.unlock(passphrase)).rejects.toThrow(code('vault.damaged'));
    expect(vault.state()).toMatchObject({ state: 'damaged', previousSavedAt: documentIn(made.previous).savedAt });
    expect(() => vault.read('one')).toThrow(code('vault.damaged'));
    vault.restorePrevious();
    expect(fileText()).toBe(made.previous);
    expect(vault.state()).toEqual({ state: 'locked' });
  });

  it('keeps every damaged file, and needs none to come back', () => {
    for (const text of ['nonsense', 'more of it', '']) {
      writeFileSync(path(), text);
      vault.restorePrevious();
    }
    const kept = readdirSync(directory).filter((name) => name.startsWith('vault.hufu.damaged-'));
    expect(kept.map((name) => readFileSync(join(directory, name), 'utf8')).toSorted()).toEqual([
      '',
      'more of it',
      'nonsense',
    ]);
    rmSync(path());
    vault.restorePrevious();
    expect(fileText()).toBe(made.previous);
  });

  it('gives its place to the last good copy, and is kept', () => {
    writeFileSync(path(), 'nonsense');
    vault.restorePrevious();
    expect(fileText()).toBe(made.previous);
    const [aside] = readdirSync(directory).filter((name) => name.includes('damaged'));
    expect(readFileSync(join(directory, aside ?? ''), 'utf8')).toBe('nonsense');
    vault.unlockWithDataKey(made.dataKey);
    expect(vault.names()).toEqual(['one', 'two']);
    expect(() => vault.restorePrevious()).toThrow(code('vault.notDamaged'));
  });

  it('stays where it is when there is no good copy either', () => {
    writeFileSync(path(), 'nonsense');
    writeFileSync(`${path()}.previous`, 'nonsense too');
    expect(vault.state().previousSavedAt).toBeUndefined();
    expect(() => vault.restorePrevious()).toThrow(code('vault.noPrevious'));
    expect(fileText()).toBe('nonsense');
  });
});

it('does not stumble over what a killed process left, and cleans it up', () => {
  const leftover = `${path()}.00112233aabb.tmp`;
  writeFileSync(leftover, 'half');
  vault.unlockWithDataKey(made.dataKey);
  vault.update((entries) => entries.write('x', 1));
  expect(existsSync(leftover)).toBe(false);
});
