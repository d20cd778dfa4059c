import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { tooOldNode } from './check-node.mjs';
import { findElectron } from './find-electron.mjs';
import { needsInstall } from './install-dependencies.mjs';
import { waysToOpen } from './open-page.mjs';
import { readStartOptions } from './read-start-options.mjs';

function temporaryDirectory() {
  const directory = mkdtempSync(join(tmpdir(), 'hufu-start-'));
  onTestFinished(() => rmSync(directory, { recursive: true }));
  return directory;
}

describe('the version of Node', () => {
  it.each(['20.19.0', '20.20.2', '22.0.0', '100.1.0'])('takes %s', (version) => {
    expect(tooOldNode(version)).toBeUndefined();
  });
  it.each(['20.18.3', '18.20.0', '12.22.12', '8.0.0'])('refuses %s in both languages', (version) => {
    expect(tooOldNode(version)).toMatch(new RegExp(`这里的 Node.js 是 ${version}.*\nNode.js here is ${version}`));
  });
});

describe('options of npm start', () => {
  it('reads all of them, in both ways of writing a value', () => {
    expect(readStartOptions([])).toEqual({ help: false, open: true, port: undefined, state: undefined });
    expect(readStartOptions(['--no-open', '--port', '8080', '--state=data'])).toEqual({
      help: false,
      open: false,
      port: 8080,
      state: 'data',
    });
    expect(readStartOptions(['--help']).help).toBe(true);
  });

  it.each([
    [['--prot', '1'], 'There is no option --prot'],
    [['serve'], 'There is no option serve'],
    [['--port'], '--port needs a value'],
    [['--port', '--no-open'], '--port needs a value'],
    [['--port', 'http'], 'The value of --port is http'],
    [['--port', '65536'], 'The value of --port is 65536'],
    [['--port', '1e3'], 'The value of --port is 1e3'],
    [['--state='], '--state needs a value'],
  ])('refuses %j as wrong use', (args, sentence) => {
    expect(() => readStartOptions(args)).toThrow(
      expect.objectContaining({ exitCode: 2, message: expect.stringContaining(sentence) }),
    );
  });
});

describe('whether to install', () => {
  it('does without node_modules, after an interrupted installation and after a change of the lock file', () => {
    const directory = temporaryDirectory();
    const installed = join(directory, 'node_modules', '.package-lock.json');
    writeFileSync(join(directory, 'package-lock.json'), '');
    expect(needsInstall(directory)).toBe(true);
    mkdirSync(join(directory, 'node_modules'));
    expect(needsInstall(directory)).toBe(true);
    writeFileSync(installed, '');
    utimesSync(join(directory, 'package-lock.json'), 1000, 1000);
    utimesSync(installed, 1001, 1001);
    expect(needsInstall(directory)).toBe(false);
    utimesSync(join(directory, 'package-lock.json'), 1002, 1002);
    expect(needsInstall(directory)).toBe(true);
  });
});

describe('where the page opens', () => {
  const url = 'http://127.0.0.1:1/#token=t';

  it('is Electron only when its binary has been downloaded', () => {
    const directory = temporaryDirectory();
    const folder = join(directory, 'node_modules', 'electron');
    mkdirSync(join(folder, 'dist'), { recursive: true });
    expect(findElectron(directory)).toBeUndefined();
    writeFileSync(join(folder, 'path.txt'), 'electron');
    expect(findElectron(directory)).toBeUndefined();
    writeFileSync(join(folder, 'dist', 'electron'), '');
    expect(findElectron(directory)).toBe(join(folder, 'dist', 'electron'));
  });

  it('is a window of Chromium before the browser that the system chose', () => {
    expect(waysToOpen(url, 'darwin', {}, '/chrome')).toEqual([
      ['/chrome', `--app=${url}`],
      ['open', url],
    ]);
    expect(waysToOpen(url, 'win32', {}, undefined)).toEqual([['rundll32.exe', 'url.dll,FileProtocolHandler', url]]);
  });

  it('is nowhere on a machine without a display', () => {
    expect(waysToOpen(url, 'linux', {}, '/chrome')).toEqual([]);
    expect(waysToOpen(url, 'linux', { WAYLAND_DISPLAY: 'wayland-0' }, '/chrome')).toContainEqual(['xdg-open', url]);
  });
});
