import { expect, it, vi } from 'vitest';
import { runStages } from './run-stages.mjs';

const stage = (name: string, passed: number, failed = 0, isPassed = failed === 0) => ({
  name,
  run: async () => ({ isPassed, passed, failed }),
});

async function run(...stages: Parameters<typeof runStages>[0]) {
  const lines: string[] = [];
  const isPassed = await runStages(stages, (line) => void lines.push(line));
  return { isPassed, last: lines.at(-1), text: lines.join('\n') };
}

it('sums the tests of all stages in a last line of its own', async () => {
  expect(await run(stage('lint', 0), stage('unit', 40), stage('e2e', 2))).toMatchObject({
    isPassed: true,
    last: '42 passed, 0 failed',
  });
});

it('stops at the first stage that fails', async () => {
  const { isPassed, last, text } = await run(stage('unit', 40, 3), stage('e2e', 2));
  expect({ isPassed, last }).toEqual({ isPassed: false, last: '40 passed, 3 failed' });
  expect(text).not.toContain('e2e');
});

it('counts a stage that failed without a failed test as one failure', async () => {
  expect((await run(stage('lint', 0, 0, false))).last).toBe('0 passed, 1 failed');
});

it('passes no stage that threw', async () => {
  const shown = vi.spyOn(console, 'error').mockReturnValue();
  const broken = { name: 'build', run: () => Promise.reject(new Error('broken on purpose')) };
  expect(await run(broken, stage('unit', 1))).toMatchObject({ isPassed: false, last: '0 passed, 1 failed' });
  expect(shown).toHaveBeenCalledWith(new Error('broken on purpose'));
});
