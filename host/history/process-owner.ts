import { readFileSync } from 'node:fs';

/** Which process a call belongs to: its number, and when it began where the system says so (numbers are given out again). */
export function thisProcess(): string {
  return `${process.pid} ${beginningOf(process.pid)}`;
}

/** Whether that very process is still there. */
export function isRunning(owner: string): boolean {
  const [text = '', beginning = ''] = owner.split(' ');
  const pid = Number(text);
  try {
    process.kill(pid, 0);
  } catch (error) {
    // Another user's process may be there and not be ours to signal.
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false;
  }
  return beginning === '' || beginningOf(pid) === beginning;
}

/** The 22nd field of `/proc/<pid>/stat`, proc(5); empty on systems without it. */
function beginningOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field, the program's name in parentheses, may hold anything.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}
