import { readdirSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { posix, win32 } from 'node:path';

/**
 * @typedef {object} Machine
 * @property {Readonly<Record<string, string | undefined>>} [environment]
 * @property {NodeJS.Platform} [platform]
 * @property {string} [home]
 */

/**
 * The program of a browser of the Chromium family: the one `HUFU_CHROMIUM` names, one that the system has, or one from
 * Playwright's cache, the newest first.
 *
 * @param {Machine} [machine]
 * @returns {string | undefined} An absolute path to an existing file.
 */
export function findChromium({ environment = process.env, platform = process.platform, home = homedir() } = {}) {
  const named = environment['HUFU_CHROMIUM'];
  // Whoever names one wants that one: a wrong path is not answered with another browser.
  if (named) return isFile(named) ? named : undefined;
  const machine = { environment, platform, home };
  return [...systemBrowsers(machine), ...playwrightBrowsers(machine)].find(isFile);
}

/**
 * Arguments for a Chromium of tests: off the network but for the pages it is told to open. Without its sandbox only for
 * root, under whom it cannot have one.
 *
 * @returns {string[]}
 */
export function chromiumArguments() {
  return [
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ];
}

/** @param {Required<Machine>} machine */
function systemBrowsers({ environment, platform, home }) {
  if (platform === 'win32') {
    return [environment['ProgramFiles'], environment['ProgramFiles(x86)'], environment['LOCALAPPDATA']]
      .filter((folder) => folder !== undefined)
      .flatMap((folder) => [
        win32.join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
        win32.join(folder, 'Chromium', 'Application', 'chrome.exe'),
        win32.join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
      ]);
  }
  if (platform === 'darwin') {
    return ['/Applications', posix.join(home, 'Applications')].flatMap((folder) =>
      ['Google Chrome', 'Chromium', 'Microsoft Edge', 'Brave Browser'].map((name) =>
        posix.join(folder, `${name}.app`, 'Contents', 'MacOS', name),
      ),
    );
  }
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
  const folders = (environment['PATH'] ?? '').split(':').filter((folder) => posix.isAbsolute(folder));
  return names.flatMap((name) => folders.map((folder) => posix.join(folder, name)));
}

/** @param {Required<Machine>} machine */
function playwrightBrowsers({ environment, platform, home }) {
  const path = platform === 'win32' ? win32 : posix;
  const cache = {
    win32: path.join(environment['LOCALAPPDATA'] ?? path.join(home, 'AppData', 'Local'), 'ms-playwright'),
    darwin: path.join(home, 'Library', 'Caches', 'ms-playwright'),
    linux: path.join(environment['XDG_CACHE_HOME'] ?? path.join(home, '.cache'), 'ms-playwright'),
  };
  const folder =
    environment['PLAYWRIGHT_BROWSERS_PATH'] ??
    (platform === 'win32' || platform === 'darwin' ? cache[platform] : cache.linux);
  const revision = (/** @type {string} */ name) => Number(/^chromium-(\d+)$/.exec(name)?.[1] ?? Number.NaN);
  return namesIn(folder)
    .filter((name) => !Number.isNaN(revision(name)))
    .toSorted((first, second) => revision(second) - revision(first))
    .flatMap((name) =>
      [
        ['chrome-linux64', 'chrome'],
        ['chrome-linux', 'chrome'],
        ['chrome-win64', 'chrome.exe'],
        ['chrome-win', 'chrome.exe'],
        ...['chrome-mac-arm64', 'chrome-mac-x64', 'chrome-mac'].flatMap((build) =>
          ['Google Chrome for Testing', 'Chromium'].map((app) => [build, `${app}.app`, 'Contents', 'MacOS', app]),
        ),
      ].map((segments) => path.join(folder, name, ...segments)),
    );
}

/** @param {string} folder */
function namesIn(folder) {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** @param {string} path */
function isFile(path) {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}
