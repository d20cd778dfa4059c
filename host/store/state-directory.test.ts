import { expect, test } from 'vitest';
import { stateDirectory, type StateDirectoryOptions } from './state-directory.ts';

const linux = { platform: 'linux', home: '/home/li', workingDirectory: '/w' } as const;
const windows = { platform: 'win32', home: 'C:\\Users\\li', workingDirectory: 'D:\\w' } as const;

test.each<[string, StateDirectoryOptions, string]>([
  ['an override wins', { ...linux, override: '/a', environment: { HUFU_STATE: '/b' } }, '/a'],
  ['a relative override', { ...linux, override: 'a', environment: {} }, '/w/a'],
  ['HUFU_STATE', { ...linux, environment: { HUFU_STATE: '/b', XDG_STATE_HOME: '/x' } }, '/b'],
  ['an empty HUFU_STATE is unset', { ...linux, environment: { HUFU_STATE: '' } }, '/home/li/.local/state/hufu'],
  ['XDG_STATE_HOME', { ...linux, environment: { XDG_STATE_HOME: '/x' } }, '/x/hufu'],
  ['a relative XDG_STATE_HOME', { ...linux, environment: { XDG_STATE_HOME: 'x' } }, '/home/li/.local/state/hufu'],
  ['macOS', { ...linux, platform: 'darwin', environment: {} }, '/home/li/Library/Application Support/Hufu'],
  ['Windows', { ...windows, environment: { LOCALAPPDATA: 'E:\\local' } }, 'E:\\local\\Hufu'],
  ['Windows without LOCALAPPDATA', { ...windows, environment: {} }, 'C:\\Users\\li\\AppData\\Local\\Hufu'],
  ['Windows, relative HUFU_STATE', { ...windows, environment: { HUFU_STATE: 's' } }, 'D:\\w\\s'],
])('%s', (_name, options, expected) => {
  expect(stateDirectory(options)).toBe(expected);
});
