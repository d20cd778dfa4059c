import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildProject } from './build-project.mjs';
import { findElectron } from './find-electron.mjs';
import { installDependencies } from './install-dependencies.mjs';
import { openPage } from './open-page.mjs';
import { inProject, projectDirectory } from './project.mjs';
import { readStartOptions } from './read-start-options.mjs';
import { report } from './report.mjs';
import { runProgram } from './run-program.mjs';
import { say } from './say.mjs';

const help = `用法 Usage: npm start -- [--no-open] [--port N] [--state DIR]

  --no-open    只启动，不打开窗口         start without opening a window
  --port N     页面的端口，默认自动选择   port of the page, a free one by default
  --state DIR  本地数据所在的文件夹       folder of the local data
  --help       显示本说明                 show this text
`;

/**
 * `npm start`: from a fresh clone to the open workbench.
 *
 * @param {readonly string[]} args
 */
export async function startCommand(args) {
  try {
    const options = readStartOptions(args);
    if (options.help) {
      process.stdout.write(help);
      return;
    }
    await installDependencies();
    const electron = options.open && options.port === undefined ? findElectron(projectDirectory) : undefined;
    await (electron === undefined ? startInBrowser(options) : startInElectron(electron, options));
  } catch (error) {
    process.exitCode = report(error);
  }
}

/** @param {import('./read-start-options.mjs').StartOptions} options */
async function startInBrowser({ open, port = 0, state }) {
  await buildProject({ only: ['node', 'renderer'] });
  /** @type {typeof import('../../host/start/start-workbench.ts')} */
  const { startWorkbench } = await import(pathToFileURL(inProject('dist', 'host', 'start-workbench.mjs')).href);
  const workbench = await startWorkbench({
    version: JSON.parse(readFileSync(inProject('package.json'), 'utf8')).version,
    ...(state !== undefined && { stateDirectory: resolve(state) }),
    port,
    rendererDirectory: inProject('dist', 'renderer'),
    onDefect: (error) => console.error(error),
  });
  endWithSignal(() => workbench.close());
  process.stdout.write(`${workbench.url}\n`);
  const isOpen = open && (await openPage(workbench.url));
  if (isOpen) say('Hufu 已打开；按 Ctrl+C 结束。', 'Hufu is open; press Ctrl+C to end it.');
  else say('请在浏览器中打开上面的地址；按 Ctrl+C 结束。', 'Open the address above in a browser; press Ctrl+C to end.');
}

/**
 * @param {string} electron
 * @param {import('./read-start-options.mjs').StartOptions} options
 */
async function startInElectron(electron, { state }) {
  await buildProject({ only: ['electron', 'renderer'] });
  // Ctrl+C reaches Electron by itself; it decides how to end.
  process.on('SIGINT', () => undefined);
  process.exitCode = await runProgram(electron, [projectDirectory], {
    env: { ...process.env, ...(state !== undefined && { HUFU_STATE: resolve(state) }) },
  });
}

/** @param {() => Promise<void>} close */
function endWithSignal(close) {
  let isEnding = false;
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => {
      // Whoever presses Ctrl+C twice does not want to wait.
      if (isEnding) process.exit(1);
      isEnding = true;
      close().then(
        () => process.exit(0),
        (error) => process.exit(report(error)),
      );
    });
  }
}
