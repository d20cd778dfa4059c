import { join } from 'node:path';
import { app, BrowserWindow, dialog, ipcMain, protocol, safeStorage, session } from 'electron';
import { createHost } from '../host/create-host.ts';
import { startHistoryThreads } from '../host/history/start-history-threads.ts';
import { stateDirectory } from '../host/store/state-directory.ts';
import { HufuError } from '../shared/hufu-error.ts';
import { answerPages } from './answer-pages.ts';
import { appOrigin, appScheme } from './app-origin.ts';
import { denyNavigation, denyPermissions } from './guard-contents.ts';
import { createSafeStorageRememberStore } from './safe-storage-remember-store.ts';
import { servePage } from './serve-page.ts';
import { windowOptions } from './window-options.ts';

const built = join(app.getAppPath(), 'dist');

app.enableSandbox();
protocol.registerSchemesAsPrivileged([
  { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
]);
denyNavigation(app);

// Two hosts on one state would show each other's drafts as their own; the second hands over to the first.
if (app.requestSingleInstanceLock()) start().catch(fail);
else app.quit();

async function start(): Promise<void> {
  await app.whenReady();
  const directory = stateDirectory();
  const host = await createHost({
    version: app.getVersion(),
    stateDirectory: directory,
    simulatorPort: 0,
    remember: createSafeStorageRememberStore({ safeStorage, directory, platform: process.platform }),
    openHistory: (state) =>
      startHistoryThreads({ directory: state, entry: join(built, 'electron', 'history-thread.cjs') }),
  });
  let isClosed = false;
  app.on('will-quit', (event) => {
    if (isClosed) return;
    event.preventDefault();
    void host.close().finally(() => {
      isClosed = true;
      app.quit();
    });
  });
  denyPermissions(session.defaultSession);
  protocol.handle(appScheme, servePage(join(built, 'renderer')));
  answerPages({ ipc: ipcMain, host, onDefect: (error) => console.error(error) });

  app.on('window-all-closed', () => app.quit());
  app.on('second-instance', showWindow);
  const window = new BrowserWindow(windowOptions(join(built, 'electron', 'preload.cjs')));
  await window.loadURL(`${appOrigin}/index.html`);
}

function showWindow(): void {
  const [window] = BrowserWindow.getAllWindows();
  if (window?.isMinimized()) window.restore();
  window?.focus();
}

function fail(error: unknown): void {
  if (error instanceof HufuError) dialog.showErrorBox('虎符 Hufu', `${error.detail.text.zh}\n${error.detail.text.en}`);
  else console.error(error);
  app.exit(1);
}
