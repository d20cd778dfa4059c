import { readFileSync } from 'node:fs';
import { findChromium } from './find-chromium.mjs';
import { Refusal } from './refusal.mjs';
import { runProgram } from './run-program.mjs';
import { say } from './say.mjs';

/**
 * The Chromium for the tests; installs Debian's package when there is none and that is possible.
 *
 * @returns {Promise<string>} Path of the program.
 */
export async function provideChromium() {
  const named = process.env['HUFU_CHROMIUM'];
  const found = findChromium();
  if (found !== undefined) return found;
  if (named) {
    throw new Refusal({
      zh: `环境变量 HUFU_CHROMIUM 指向 ${named}，那里没有文件。`,
      en: `The variable HUFU_CHROMIUM names ${named}, where there is no file.`,
    });
  }
  if (process.getuid?.() === 0 && isDebian()) {
    say('没有找到 Chromium，正在安装软件包……', 'There is no Chromium, installing the package…');
    const updated = await runProgram('apt-get', ['update']);
    if (updated === 0) await runProgram('apt-get', ['install', '-y', 'chromium']);
  }
  const installed = findChromium();
  if (installed !== undefined) return installed;
  throw new Refusal({
    zh: '端到端测试需要 Chromium：请安装 Chromium 或 Chrome，或用环境变量 HUFU_CHROMIUM 指定它的程序文件。',
    en: 'The end-to-end tests need Chromium: install Chromium or Chrome, or name its program in the variable HUFU_CHROMIUM.',
  });
}

function isDebian() {
  try {
    return /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false;
  }
}
