import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { inProject } from './lib/project.mjs';

// `npm run build` first: what is written is what the built command says of itself.
const head = `# 命令行 · Command line

每个命令和选项，与 \`hufu … --help\` 一致。Every command and option, as \`hufu … --help\` says them.
`;

/** @param {readonly string[]} command */
function helpOf(command) {
  return execFileSync(process.execPath, [inProject('dist', 'cli', 'hufu.mjs'), ...command, '--help'], {
    encoding: 'utf8',
  }).trimEnd();
}

/**
 * @param {readonly string[]} command
 * @returns {readonly string[]}
 */
function sections(command) {
  const help = helpOf(command);
  const [, commands = ''] = help.split('Commands:');
  const names = [...commands.matchAll(/^ {2}([a-z-]+)/gm)]
    .map(([, name = '']) => name)
    .filter((name) => name !== 'help');
  const title = command.length === 0 ? '' : `${'#'.repeat(command.length + 1)} hufu ${command.join(' ')}\n\n`;
  return [`${title}\`\`\`text\n${help}\n\`\`\`\n`, ...names.flatMap((name) => sections([...command, name]))];
}

writeFileSync(inProject('docs', 'cli.md'), [head, ...sections([])].join('\n'));
