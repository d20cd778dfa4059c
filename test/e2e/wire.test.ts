import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { axeViolations } from './support/axe-violations.ts';
import { byId, editorReady, welcomeNewcomers, type Newcomers } from './support/workbench.ts';

let newcomers: Newcomers;

beforeAll(async () => {
  newcomers = await welcomeNewcomers();
});
afterEach(() => newcomers.leave());
afterAll(() => newcomers.close());

it('compares the string to sign with the one that the other side says it signed, in words', async () => {
  const page = await newcomers.arrive();
  await editorReady(page);
  const step = byId(page, 'wire-step-sign.string');
  await step.locator('.wire-step-title').click();
  const ours = (await step.locator('.code-text').first().innerText()).trim();
  await byId(step, 'other-string').click();
  const theirs = byId(step, 'other-string-text');
  const reasons = byId(step, 'other-string-reasons');
  await theirs.fill(ours);
  await reasons.getByText('完全相同').waitFor();
  await theirs.fill(`${ours}\n`);
  await reasons.getByText('换行').waitFor();
  await theirs.fill(ours.replace('timestamp=', 'serviceReqTime='));
  await reasons.getByText('这边叫“timestamp”，对方叫“serviceReqTime”').waitFor();
  expect(await axeViolations(page)).toEqual([]);
});

it('shows bytes as a dump with their characters, as wide as there is room', async () => {
  const page = await newcomers.arrive();
  await editorReady(page);
  const step = byId(page, 'wire-step-charset.encode').first();
  await step.locator('.wire-step-title').click();
  const dump = byId(step, 'hex-view');
  await dump.getByText('{"aac003').waitFor();
  expect(await dump.innerText()).toMatch(/^00000000 {2}(?:[\da-f]{2} ){7}[\da-f]{2} {2}/);
});
