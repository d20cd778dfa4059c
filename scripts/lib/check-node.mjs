// Parsed by the Node that is found on the machine, however old: no syntax here that Node 12 does not know.

/**
 * Says in both languages what is missing when Node is too old.
 *
 * @param {string} version As in `process.versions.node`.
 * @returns {string | undefined}
 */
export function tooOldNode(version) {
  var parts = version.split('.').map(Number);
  var major = parts[0] || 0;
  var minor = parts[1] || 0;
  if (major > 20 || (major === 20 && minor >= 19)) return undefined;
  return (
    '这里的 Node.js 是 ' +
    version +
    '，Hufu 需要 20.19 或更高版本；请从 https://nodejs.org 安装。\n' +
    'Node.js here is ' +
    version +
    ', Hufu needs 20.19 or newer; install it from https://nodejs.org.'
  );
}
