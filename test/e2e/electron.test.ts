import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron as electron } from 'playwright-core';
import { expect, it } from 'vitest';
import { findElectron } from '../../scripts/lib/find-electron.mjs';
import { projectDirectory } from '../../scripts/lib/project.mjs';

const binary = findElectron(projectDirectory);
if (binary === undefined)
  process.stderr.write('Electron test skipped: its binary is not in node_modules/electron/dist.\n');

it.skipIf(binary === undefined)(
  'opens the workbench in the desktop shell, with nothing of Node in the page',
  async () => {
    const state = mkdtempSync(join(tmpdir(), 'hufu-electron-'));
    const shell = await electron.launch({
      ...(binary !== undefined && { executablePath: binary }),
      args: [projectDirectory],
      env: { ...process.env, HUFU_STATE: state },
    });
    try {
      const page = await shell.firstWindow();
      await page.getByRole('button', { name: /发送|Send/ }).waitFor();
      expect(new URL(page.url()).origin).toBe('app://hufu');
      const reachable = await page.evaluate("[typeof require, typeof process, typeof globalThis.electron].join(' ')");
      expect(reachable).toBe('undefined undefined undefined');
    } finally {
      await shell.close();
      rmSync(state, { recursive: true });
    }
  },
);
