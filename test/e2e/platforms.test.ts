import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { axeViolations } from './support/axe-violations.ts';
import { byId, editorReady, welcomeNewcomers, type Newcomers } from './support/workbench.ts';

let newcomers: Newcomers;

beforeAll(async () => {
  newcomers = await welcomeNewcomers();
});
afterEach(() => newcomers.leave());
afterAll(() => newcomers.close());

async function atDesk(): Promise<Page> {
  const page = await newcomers.arrive();
  await editorReady(page);
  return page;
}

/** Folders of the platforms are folded at first. */
async function unfold(page: Page, path: string): Promise<void> {
  await byId(page, `folder-${path}`).click();
}

async function openFlow(page: Page, path: string): Promise<void> {
  await byId(page, `folder-${path}`).hover();
  await byId(page, `menu-folder:${path}`).click();
  await page.getByRole('menuitem', { name: '按顺序运行', exact: true }).click();
  await byId(page, 'flow-run').waitFor();
}

async function runFlow(page: Page): Promise<string> {
  await byId(page, 'flow-run').click();
  await page.locator('[data-testid="flow-outcome"]:not(:empty)').waitFor();
  return byId(page, 'flow-outcome').innerText();
}

const flows = [
  ['北京电子证照', '北京电子证照/流程-制证到废止', 4],
  ['北京电子证照', '北京电子证照/流程-查验用证', 8],
  ['四川电子证照', '四川电子证照/流程-检索到下载', 4],
  ['人社政务服务平台', '人社政务服务平台/流程-令牌查询操作', 3],
  ['苏康码', '苏康码/流程-亮码与核验', 3],
] as const;

type Refusal = readonly [id: string, title: string, status: string, words: string];

/** Every refusal that the platforms' collections have ready: the status, and what it means in words. */
const refusals: Readonly<Record<string, readonly Refusal[]>> = {
  'LD/T 6008': [
    ['fails/digest', '签名算法不同', '30', '签名失败'],
    ['fails/key-reading', '密钥读法不同', '40', '解密失败'],
    ['fails/caller', '调用方未获授权', '50', '权限不足'],
    ['fails/missing', '缺少必填字段', '90', '其他错误'],
    ['fails/business', '业务失败', '10', '业务失败'],
    ['fails/system', '系统错误', '20', '系统错误'],
  ],
  'LD/T 6002': [
    ['ldt6002/fails/expired', '令牌已过期', '500', '令牌已过期'],
    ['ldt6002/fails/secret', '应用密钥不对', '500', 'appId 或 appSecret 不正确'],
    ['ldt6002/fails/operate-id', '操作编号已用过', '500', 'operateId 已用于另一个操作'],
    ['ldt6002/fails/missing', '缺少必填成员', '500', '缺少必填的 aac002'],
    ['ldt6002/fails/signature', '签名不正确', '500', '签名不正确'],
    ['ldt6002/fails/nobody', '查无此人', '500', '查无此人'],
  ],
  'DB51/T 2942': [
    ['db51t2942/fails/10', '没有匹配的证照', '10', '未找到匹配的证照信息'],
    ['db51t2942/fails/11', '账户不对', '11', '身份验证失败'],
    ['db51t2942/fails/token', '身份认证信息不对', '11', '身份验证失败'],
    ['db51t2942/fails/12', '没有申请理由', '12', '必填参数为空'],
    ['db51t2942/fails/13', '证照类型不存在', '13', '证照类型不存在'],
    ['db51t2942/fails/21', '已注销的证照', '21', '已废止或已注销'],
    ['db51t2942/fails/22', '已过期的证照', '22', '证照已过期'],
    ['db51t2942/fails/23', '受限使用的证照', '23', '受限使用'],
    ['db51t2942/fails/file', '下载地址已过期', 'refused', '没有给文件'],
  ],
  'DB11/T 2290': [
    ['db11t2290/fails/expired', '令牌已过期', 'FAILURE', 'access_token 已过期'],
    ['db11t2290/fails/password', '账号口令不对', 'FAILURE', '账号或口令不正确'],
    ['db11t2290/fails/abolished', '提取已废止的证照', 'FAILURE', '的状态是 ABOLISHED'],
    ['db11t2290/fails/duplicate', '证照号码重复', 'FAILURE', '已存在'],
    ['db11t2290/fails/auth-code', '用过的用证码', 'FAILURE', 'auth_code 无效或已使用'],
    ['db11t2290/fails/field', '缺少必填字段', 'FAILURE', '缺少必填的 data.data_fields.CYRMC'],
    ['db11t2290/fails/page-size', '每页太多', 'FAILURE', 'page_size'],
    ['db11t2290/fails/page', '页面的令牌无效', 'refused', 'license_access_token 无效'],
  ],
  'DB32/T 3761.46': [
    ['db32t3761/fails/expired', '过期的码', '111', '二维码已过期'],
    ['db32t3761/fails/other-code', '不是苏康码', '112', '不是苏康码'],
    ['db32t3761/fails/permission', '核验人没有权限', '116', '没有权限'],
    ['db32t3761/fails/permission-118', '核验单位没有权限', '118', '没有权限'],
    ['db32t3761/fails/update', '信息需要更新', '119', '信息需要更新'],
    ['db32t3761/fails/token', '令牌已过期', '1', '令牌已过期'],
    ['db32t3761/fails/page', '亮码的令牌已过期', 'refused', '页面说令牌无效或已过期'],
    ['db32t3761/fails/missing', '缺少必填参数', '1', '缺少必填的 position'],
    ['db32t3761/fails/appmark', '应用标识没有登记', 'SIMULATOR', 'appmark 没有登记'],
    ['db32t3761/fails/sign', '签名写成大写', 'SIMULATOR', 'sign 不正确'],
    ['db32t3761/fails/nobody', '查无此人', 'SIMULATOR', '没有这个人'],
  ],
};

describe('a platform of one’s own choice', () => {
  it.each(flows)('%s: its flow %s runs to its end', async (platform, path, count) => {
    const page = await atDesk();
    await unfold(page, platform);
    await openFlow(page, path);
    expect(await runFlow(page)).toBe('全部成功。');
    expect(await page.locator('[data-testid="flow-step"][data-state="done"]').count()).toBe(count);
    expect(await axeViolations(page)).toEqual([]);
  });

  it('logs in by itself, carries the token out of sight, and says what the other side refuses', async () => {
    const page = await atDesk();
    await byId(page, 'collection-filter').fill('废止已废止');
    await byId(page, 'request-sample/db11t2290/fails/state').click();
    await page.locator('.url-field-path', { hasText: '/license/{item}/abolish' }).waitFor();
    await page.waitForFunction(
      () => document.querySelector<HTMLInputElement>('[data-testid="header-access_token"]')?.value === '‹access_token›',
    );
    await byId(page, 'send').click();
    await page.getByText('FAILURE').first().waitFor();
    await page.getByText('的状态是 ABOLISHED').first().waitFor();
    expect(await page.content()).not.toMatch(/access_token=[\da-f]{32}/);
  });

  it.each(Object.entries(refusals))('%s: each refusal is on screen with its meaning', async (_platform, cases) => {
    const page = await atDesk();
    for (const [id, title, status, words] of cases) {
      await openSample(page, { id, title });
      await byId(page, 'send').click();
      // From the second call on, only those of the open request are shown: none that came before.
      await byId(page, 'only-this-request').check();
      await page.locator('.call-status').waitFor();
      const said = await saidOf(page, words);
      expect({ id, status: await byId(page, 'result-status').innerText() }).toMatchObject({
        status: expect.stringMatching(new RegExp(`^${status} `)) as string,
      });
      expect({ id, said }).toMatchObject({ said: expect.stringContaining(words) as string });
    }
  });

  it('lists the conventions that matter to the chosen interface, and no others', async () => {
    const page = await atDesk();
    const listed = async (id: string, title: string): Promise<readonly boolean[]> => {
      await openSample(page, { id, title });
      await page.locator('.header-form').waitFor();
      return Promise.all(['mode', 'time'].map(async (name) => (await byId(page, `convention-${name}`).count()) > 0));
    };
    expect(await listed('db32t3761/identity', '证件号码核验')).toEqual([true, false]);
    expect(await listed('db32t3761/fails/appmark', '应用标识没有登记')).toEqual([false, true]);
    expect(await listed('db32t3761/fails/expired', '过期的码')).toEqual([false, false]);
    // A heading over nothing would ask what is missing.
    expect(await page.locator('.convention-list').count()).toBe(0);
  });
});

/** The filter opens the folders that hold what it finds. */
async function openSample(page: Page, { id, title }: { readonly id: string; readonly title: string }): Promise<void> {
  await byId(page, 'collection-filter').fill(title);
  await byId(page, `request-sample/${id}`).click();
  await page.waitForFunction(
    (open) => document.querySelector(`[data-testid="request-sample/${open}"]`)?.getAttribute('aria-current') === 'page',
    id,
  );
}

/** What the shown call says, without the list of calls beside it, whose titles say much the same. */
async function saidOf(page: Page, words: string): Promise<string> {
  const shown = page.locator('.call-view');
  await shown.getByText(words).first().waitFor();
  return shown.innerText();
}
