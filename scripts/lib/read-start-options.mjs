import { parseArgs } from 'node:util';
import { Refusal } from './refusal.mjs';

/**
 * @typedef {object} StartOptions
 * @property {boolean} help
 * @property {boolean} open Whether to show the page.
 * @property {number | undefined} port
 * @property {string | undefined} state
 */

/**
 * @param {readonly string[]} args
 * @returns {StartOptions}
 */
export function readStartOptions(args) {
  const { tokens } = parseArgs({
    args: [...args],
    options: { 'no-open': { type: 'boolean' }, port: { type: 'string' }, state: { type: 'string' } },
    strict: false,
    tokens: true,
  });
  /** @type {StartOptions} */
  const options = { help: false, open: true, port: undefined, state: undefined };
  for (const token of tokens) {
    if (token.kind === 'option-terminator') continue;
    const written = token.kind === 'option' ? token.rawName : token.value;
    if (written === '--help' || written === '-h') options.help = true;
    else if (written === '--no-open') options.open = false;
    else if (written === '--port') options.port = readPort(valueOf(token, '--port'));
    else if (written === '--state') options.state = valueOf(token, '--state');
    else throw unknownOption(written);
  }
  return options;
}

/**
 * @param {object} token
 * @param {string} name
 */
function valueOf(token, name) {
  const value = 'value' in token && typeof token.value === 'string' ? token.value : '';
  // `--port --no-open` is a forgotten value, not a port of that name.
  if (value !== '' && !value.startsWith('--')) return value;
  throw new Refusal({ exitCode: 2, zh: `${name} 后面缺少值。`, en: `${name} needs a value.` });
}

/** @param {string} text */
function readPort(text) {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  throw new Refusal({
    exitCode: 2,
    zh: `--port 的值是 ${text}，应为 0 到 65535 的整数；0 表示自动选择空闲端口。`,
    en: `The value of --port is ${text}, an integer from 0 to 65535 is expected; 0 takes a free port.`,
  });
}

/** @param {string} written */
function unknownOption(written) {
  return new Refusal({
    exitCode: 2,
    zh: `没有名为 ${written} 的选项；npm start -- --help 列出全部选项。`,
    en: `There is no option ${written}; npm start -- --help lists them all.`,
  });
}
