import { Option, type Command } from 'commander';
import { callVerdicts } from '../shared/model/call-record.ts';
import { callParts } from './history/call-part.ts';
import { addJsonOption } from './json-option.ts';
import { addAgreementOptions, several } from './message-options.ts';
import { refuseSecretArguments } from './secrets/never-an-argument.ts';
import { addPassphraseOptions } from './secrets/passphrase.ts';
import { addStateOption, addWorkspaceOption } from './state-option.ts';
import { addReachOptions } from './transport-options.ts';
import { usage } from './usage-error.ts';

/** `hufu history`: every call that was sent, from here or from the workbench. */
export function addHistoryCommands(program: Command, { version }: { readonly version: string }): void {
  const history = program.command('history').description('历史：发送过的每一次调用 every call that was sent');
  const command = (nameAndArguments: string): Command =>
    addJsonOption(addStateOption(history.command(nameAndArguments)));

  addFilterOptions(command('list'), { limit: 50 })
    .description('列出，新的在前 list, the newest first')
    .action(async (options) => (await import('./commands/history/list.ts')).listHistory(options));
  addFilterOptions(command('search <TEXT>'), { limit: 50 })
    .description('查找：名称、地址、编号、状态、备注、报文头、明文 search in everything, plaintexts included')
    .action(async (text, options) => (await import('./commands/history/list.ts')).listHistory({ ...options, text }));
  command('show <ID>')
    .description(
      '一次调用的全部，编号可只写开头，last 为最新 one call whole; the beginning of an id will do, last is the newest',
    )
    .addOption(
      new Option('--wire <SIDE>', '只输出线上的报文 only the message on the wire').choices(['request', 'response']),
    )
    .addOption(new Option('--part <PANE>', '只输出工作台的一栏 only one pane of the workbench').choices(callParts))
    .action(async (id, options) => (await import('./commands/history/show.ts')).showHistory(id, options));
  const resend = addPassphraseOptions(addWorkspaceOption(history.command('resend <ID>')));
  addReachOptions(addAgreementOptions(refuseSecretArguments(resend, ['--passphrase'])))
    .description(
      '原样重发（检验防重放），地址为环境今天的 send the same bytes again (protection against replay), to where its environment leads today',
    )
    .option('--sign-again', '重新签名发送：新的流水号、时间、随机数 with new serial, time, nonce and signature')
    .option('--env, --environment <NAME>', '用这个环境 in this environment instead')
    .action(async (id, options) =>
      (await import('./commands/history/resend.ts')).resendHistory(id, options, { version }),
    );
  command('compare <LEFT> <RIGHT>')
    .description('两次调用有什么不同 what differs between two calls')
    .action(async (left, right, options) =>
      (await import('./commands/history/compare.ts')).compareHistory({ left, right }, options),
    );
  addFilterOptions(command('export [ID...]'))
    .description('导出为文件，缺省掩码 export to a file, masked unless told otherwise')
    .requiredOption('--out <FILE>', '文件 file')
    .option('--whole', '原样导出，含个人信息 as it was, personal data included')
    .option('--force', '覆盖已有的文件 replace a file that is there')
    .action(async (ids, options) => (await import('./commands/history/export.ts')).exportHistory(ids, options));
  command('import <FILE>')
    .description('导入导出的文件 take in an exported file')
    .action(async (file, options) => (await import('./commands/history/import.ts')).importHistory(file, options));
  command('mark <ID...>')
    .description('置顶、备注、标签 pin, note, tag')
    .option('--pin', '置顶 pin')
    .option('--unpin', '取消置顶 unpin')
    .option('--note <TEXT>', '备注 note')
    .option('--tag <TAG>', '标签，可重复，替换原有的 tag, repeatable, in place of those there', several)
    .action(async (ids, options) => (await import('./commands/history/mark.ts')).markHistory(ids, options));
  command('remove <ID...>')
    .description('删除，一天内可在工作台恢复 remove; the workbench can bring it back for a day')
    .action(async (ids, options) => (await import('./commands/history/remove.ts')).removeHistory(ids, options));
}

/** Without a limit every call is meant: an export that leaves calls out unasked would be no evidence. */
function addFilterOptions(command: Command, { limit }: { readonly limit?: number } = {}): Command {
  return command
    .option('--text <TEXT>', '含有这些文字 holding this text')
    .option('--platform <ID>', '平台 platform')
    .option('--interface <ID>', '接口 interface')
    .option('--env, --environment <NAME>', '环境 environment')
    .option('--status <CODE>', '平台状态 status of the platform')
    .addOption(new Option('--verdict <VERDICT>', '结论 verdict').choices(callVerdicts))
    .option('--tag <TAG>', '标签 tag')
    .option('--pinned', '仅置顶 pinned only')
    .option('--since <TIME>', '从何时，如 2026-11-22T10:00 或 7d since, e.g. a time or 7d', readMoment('--since'))
    .option('--until <TIME>', '到何时 until', readMoment('--until'))
    .option(
      '--limit <N>',
      limit === undefined ? '最多几条，缺省全部 at most, otherwise all' : '最多几条 at most',
      readCount,
      limit,
    );
}

const units: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000 };

/** Milliseconds since 1970 UTC; `7d`, `12h`, `30m` count back from now. */
function readMoment(option: string) {
  return (text: string): number => {
    const back = /^(\d{1,6})([mhd])$/.exec(text);
    const moment = back ? Date.now() - Number(back[1]) * (units[back[2] ?? ''] ?? 0) : Date.parse(text);
    if (!Number.isNaN(moment)) return moment;
    throw usage('option.moment', option, [
      `${option} 应为时间，如 2026-11-22T10:00，或从现在倒数的 7d、12h、30m，实际是“${text}”。`,
      `${option} must be a time such as 2026-11-22T10:00, or 7d, 12h or 30m back from now, and is "${text}".`,
    ]);
  };
}

function readCount(text: string): number {
  const count = Number(text);
  if (Number.isInteger(count) && count >= 1) return count;
  throw usage('option.number', '--limit', [
    `--limit 应为正整数，实际是“${text}”。`,
    `--limit must be a positive whole number and is "${text}".`,
  ]);
}
