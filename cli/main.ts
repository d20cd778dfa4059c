import { readFileSync } from 'node:fs';
import { Command, CommanderError, Option } from 'commander';
import type { Language } from '../shared/bilingual.ts';
import { addEnvironmentCommands } from './environment-commands.ts';
import { addHistoryCommands } from './history-commands.ts';
import { addKeysCommands } from './keys-commands.ts';
import { chooseLanguage } from './language.ts';
import { addAgreementOptions, addComposeOptions, addEnvironmentOptions, collect } from './message-options.ts';
import { fail, printDocument } from './output.ts';
import { addProviderCommands } from './provider-commands.ts';
import { addStateOption, addWorkspaceOption } from './state-option.ts';
import { addReachOptions } from './transport-options.ts';
import { addVaultCommands } from './vault-commands.ts';

/** `dist/`, from the built entry `dist/cli/hufu.mjs`. */
const distribution = new URL('../', import.meta.url);
const { version } = JSON.parse(readFileSync(new URL('../package.json', distribution), 'utf8')) as { version: string };

const program = new Command('hufu')
  .description('虎符：签名与加密政务接口的调试工作台 · workbench for signed and encrypted government interfaces')
  .version(version)
  .addOption(new Option('--lang <LANG>', '语言 language').choices(['zh', 'en']))
  // While options are read, so that what is wrong with another one is said in this language.
  .on('option:lang', (language: Language) => chooseLanguage(language))
  .configureHelp({ showGlobalOptions: true })
  .configureOutput({ outputError: (text, write) => write(withoutValue(text)) })
  .exitOverride();

const several = (value: string, previous: readonly string[] | undefined): readonly string[] => [
  ...(previous ?? []),
  value,
];

const requestArgument = '工作区里的请求：文件、编号或名称 request of a workspace: its file, id or title';

addStateOption(program.command('init').argument('[FOLDER]', '文件夹，缺省为当前目录 folder, otherwise this one'))
  .description('建立工作区 make a workspace')
  .option('--title <TEXT>', '名称 title')
  .option('--sample', '带上示例请求 with the sample requests')
  .option('--json', '只输出一份 JSON print one JSON document and nothing else')
  .action(async (folder, options) => (await import('./commands/init.ts')).init(folder, options));

addStateOption(program.command('start'))
  .description('在浏览器中打开工作台 serve the workbench for a browser')
  .option('--workspace <DIR>', '打开这个工作区 open this workspace')
  .option('--port <N>', '页面端口，0 为自动 port of the page, 0 for a free one', '0')
  .option('--json', '以 JSON 输出地址 print the address as JSON')
  .action(async (options) => (await import('./commands/start.ts')).start(options, { version, distribution }));

program
  .command('demo')
  .description('自带仿真服务方，完整走一遍 one whole call against a simulator of its own')
  .option('--json', '只输出一份 JSON print one JSON document and nothing else')
  .action(async (options) => (await import('./commands/demo.ts')).demo(options));

addComposeOptions(program.command('preview').argument('[REQUEST]', requestArgument))
  .description('签名、加密但不发送 sign and encrypt without sending')
  .option('--cross-check', '用 sm-crypto 复核 have sm-crypto do the SM steps again')
  .action(async (name, options) => (await import('./commands/preview.ts')).preview(name, options));

addReachOptions(addComposeOptions(program.command('send').argument('[REQUEST]', requestArgument)))
  .description('发送一次调用 send one call')
  .action(async (name, options) => (await import('./commands/send.ts')).send(name, options, { version }));

addReachOptions(
  addComposeOptions(program.command('run').argument('<FOLDER>', '工作区里的文件夹 folder of a workspace')),
)
  .description('按顺序发送文件夹里的请求，值逐个传递 send the requests of a folder in order, values handed on')
  .option('--keep-going', '不成功也继续后面的请求 go on after a request that does not succeed')
  .action(async (name, options) => (await import('./commands/run.ts')).run(name, options, { version }));

addEnvironmentOptions(addAgreementOptions(program.command('inspect')))
  .argument('<FILE>', '报文文件，- 为标准输入 message, - for standard input')
  .description('验签、解密并核对一个报文 verify, decrypt and check a message')
  .option('--interface <ID>', '接口，多数平台需要 interface, which most platforms need')
  .addOption(
    new Option('--as <KIND>', '当作请求或响应，缺省按报文头判断 read as this, otherwise as its header says').choices([
      'request',
      'response',
    ]),
  )
  .option(
    '--http <NAME=VALUE>',
    '随报文的 HTTP 头，可重复 HTTP header of the message, repeatable',
    collect('--http'),
    {},
  )
  .action(async (file, options) => (await import('./commands/inspect.ts')).inspect(file, options));

addWorkspaceOption(
  addAgreementOptions(program.command('simulate').argument('<PLATFORM>', '平台 platform, e.g. ldt6008')),
)
  .description('仿真一个平台的服务方 simulate the provider of a platform')
  .option('--port <N>', '端口，0 为自动 port, 0 for a free one', '0')
  .option('--service <CODE>', '只服务这个接口，可重复 only this service, repeatable', several)
  .option('--caller <CODE>', '只允许这个调用方，可重复 only this caller, repeatable', several)
  .option('--fault <NAME=VALUE>', '故障开关，可重复 fault switch, repeatable', collect('--fault'), {})
  .action(async (platform, options) => (await import('./commands/simulate.ts')).simulate(platform, options));

addKeysCommands(program);
addVaultCommands(program);
addEnvironmentCommands(program);
addHistoryCommands(program, { version });
addProviderCommands(program);

// Whoever reads may stop reading (`| head`): that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(process.exitCode ?? 0);
});

/** Of an option that is not there, commander repeats `--name=value` whole: the value may be a secret. */
function withoutValue(text: string): string {
  return text.replace(/'(--?[^'=]+)=[^]*'/, "'$1=…'");
}

try {
  await program.parseAsync();
} catch (error) {
  // Commander has written its own sentence; help and version are no failures.
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? 0 : 2;
    if (error.exitCode !== 0 && process.argv.includes('--json')) {
      printDocument({ error: { code: error.code, message: withoutValue(error.message) } });
    }
  } else fail(error, { json: process.argv.includes('--json') });
}
