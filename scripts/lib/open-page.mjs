import { spawn } from 'node:child_process';
import { findChromium } from './find-chromium.mjs';

/**
 * Shows an address: in a window of its own with a browser of the Chromium family, else in the browser the system chose.
 *
 * @param {string} url
 * @returns {Promise<boolean>} Whether some program took it.
 */
export async function openPage(url) {
  for (const [program, ...args] of waysToOpen(url, process.platform, process.env, findChromium())) {
    if (program !== undefined && (await isStarted(program, args))) return true;
  }
  return false;
}

/**
 * @param {string} url
 * @param {NodeJS.Platform} platform
 * @param {Readonly<Record<string, string | undefined>>} environment
 * @param {string | undefined} chromium
 * @returns {readonly (readonly string[])[]} Programs with their arguments, the preferred one first.
 */
export function waysToOpen(url, platform, environment, chromium) {
  if (platform === 'win32') return [...asWindow(), ['rundll32.exe', 'url.dll,FileProtocolHandler', url]];
  if (platform === 'darwin') return [...asWindow(), ['open', url]];
  // A server or a container has nothing to show a page on.
  if (!environment['DISPLAY'] && !environment['WAYLAND_DISPLAY']) return [];
  // Chromium does not start as root without giving up its sandbox, which is not ours to give up.
  return process.getuid?.() === 0 ? [['xdg-open', url]] : [...asWindow(), ['xdg-open', url]];

  function asWindow() {
    return chromium === undefined ? [] : [[chromium, `--app=${url}`]];
  }
}

/**
 * @param {string} program
 * @param {readonly string[]} args
 * @returns {Promise<boolean>}
 */
function isStarted(program, args) {
  return new Promise((resolve) => {
    // Detached: the browser stays when the workbench ends, and Ctrl+C is not for it.
    const child = spawn(program, args, { detached: true, stdio: 'ignore' });
    child.once('error', () => resolve(false));
    child.once('spawn', () => {
      child.unref();
      resolve(true);
    });
  });
}
