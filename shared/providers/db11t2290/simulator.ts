import type { Bilingual } from '../../bilingual.ts';
import { encodeText } from '../../crypto/encodings/text-encoding.ts';
import { atPointer } from '../../json/json-pointer.ts';
import { scalarText, type JsonNode } from '../../json/json-node.ts';
import { writeJson } from '../../json/write-json.ts';
import { onePagePdf } from '../../simulator/one-page-pdf.ts';
import { bodyProblem } from '../../simulator/body-problem.ts';
import {
  brokenReason,
  createPlatformSimulator,
  type Decision,
  type ReceivedCall,
} from '../../simulator/platform-simulator.ts';
import { refusedPage } from '../../simulator/refused-page.ts';
import type { Simulator, SimulatorOptions } from '../../simulator/simulator.ts';
import { db11t2290 } from './profile.ts';
import {
  abolishedAuthCode,
  abolishedCode,
  demoAccessToken,
  demoAuthCode,
  expiredSession,
  issuedCode,
  items,
  newRegister,
  type Licence,
} from './register.ts';
import { sample } from './sample.ts';

/** About a day, as clients of the product have it (I). */
export const sessionMilliseconds = 24 * 60 * 60 * 1000;

/**
 * The sharing service with what it remembers: sessions, licences on their way from REGISTERED over ISSUED to ABOLISHED,
 * authorisation codes that work once.
 */
export function createSimulator(options: SimulatorOptions): Simulator {
  const sessions = new Map<string, number>([[expiredSession, 0]]);
  const licences = newRegister();
  const authCodes = new Map<string, string>([
    [demoAuthCode, issuedCode],
    [abolishedAuthCode, abolishedCode],
  ]);
  const pages = new Map<string, string>([[demoAccessToken, issuedCode]]);
  let made = 0;

  const answers: Readonly<Record<string, (call: ReceivedCall) => Decision>> = {
    login,
    logout(call) {
      sessions.delete(call.inQuery('access_token'));
      return success({});
    },
    currentUser: () =>
      success({
        data: { division: '北京市', division_code: '110000', service_org: { org_code: '91350100M000100Y43' } },
      }),
    licenseItems: () => success({ data: items }),
    create: (call) => making(call, 'REGISTERED'),
    issue: (call) => making(call, 'ISSUED'),
    batchIssue,
    update: (call) =>
      onLicence(call, ['REGISTERED'], (licence) => (licence.data = dataFieldsOf(call, '/data/data_fields'))),
    delete: (call) => onLicence(call, ['REGISTERED'], (licence) => licences.splice(licences.indexOf(licence), 1)),
    sign: (call) => onLicence(call, ['REGISTERED'], (licence) => (licence.status = 'ISSUED')),
    change: (call) =>
      onLicence(call, ['ISSUED'], (licence) => (licence.data = dataFieldsOf(call, '/data/data_fields'))),
    abolish: (call) => onLicence(call, ['ISSUED'], (licence) => (licence.status = 'ABOLISHED')),
    holder: (call) =>
      success({ data: licences.filter(isIssued).map((licence) => summary(licence, authCodeFor(call, licence))) }),
    auth,
    getLicense: (call) =>
      onAuthCode(call, ({ code, item, status, data }) =>
        success({ data: { license_code: code, license_item_code: item, license_status: status, data_fields: data } }),
      ),
    licenseToken: (call) =>
      onAuthCode(call, ({ code }) => {
        const token = call.draw(32);
        pages.set(token, code);
        return success({ data: { license_access_token: token } });
      }),
    archive: (call) =>
      onAuthCode(call, ({ code }) => {
        const isOfd = call.inQuery('file_type').toUpperCase() === 'OFD';
        if (isOfd) return failure({ zh: '仿真系统只有 PDF 文件', en: 'the simulator has PDF files only' });
        const pdf = onePagePdf(['Hufu simulator', `licence ${code}`, 'synthetic, of no legal effect']);
        return success({ data: { file_name: `${code}.pdf`, file_data: encodeText(pdf, 'base64') } });
      }),
    viewLicense(call) {
      const code = pages.get(call.inQuery('license_access_token'));
      const licence = licences.find((one) => one.code === code);
      if (!licence) return failure({ zh: 'license_access_token 无效', en: 'license_access_token is unknown' });
      return {
        status: 'html',
        reason: { zh: '页面', en: 'page' },
        body: {},
        instead: {
          contentType: 'text/html; charset=utf-8',
          content: `<!doctype html><html lang="zh"><meta charset="utf-8"><title>示例证照</title><h1>示例证照 ${licence.code}</h1></html>`,
        },
      };
    },
  };

  function decide(call: ReceivedCall): Decision {
    const decision = refusal(call) ?? answers[call.chosen.id]?.(call) ?? failure(notThere);
    const header = { ...decision.header, ...echo(call), response_id: call.draw(24) };
    const isPage = call.chosen.statuses !== undefined;
    // Where a page was asked for, the status is whether one came: the acknowledgement is a field like others.
    return isPage && decision.status === 'FAILURE'
      ? { ...decision, status: 'refused', header: { ...header, ack_code: 'FAILURE' } }
      : { ...decision, header };
  }

  /** Why a call is not even looked at. */
  function refusal(call: ReceivedCall): Decision | undefined {
    if (call.broken) return failure(brokenReason(call.broken));
    if (call.chosen.needsSession !== false) {
      const until = sessions.get(call.inQuery('access_token'));
      if (until === undefined) {
        return failure({ zh: 'access_token 无效，请先登录', en: 'access_token is unknown: log in first' });
      }
      if (until <= call.clock) {
        return failure({ zh: 'access_token 已过期，请重新登录', en: 'access_token has expired: log in again' });
      }
    }
    const problem = bodyProblem(call.chosen, call.body);
    return problem && failure(problem);
  }

  function login(call: ReceivedCall): Decision {
    const { appSecret, password } = options.keys;
    if (call.inHeader('app_key') !== sample.values.app_key || call.inHeader('app_secret') !== appSecret) {
      return failure({ zh: 'app_key 或 app_secret 不正确', en: 'app_key or app_secret is wrong' });
    }
    if (call.inHeader('account') !== sample.values.account || call.inHeader('password') !== password) {
      return failure({ zh: '账号或口令不正确', en: 'account or password is wrong' });
    }
    const token = call.draw(32);
    sessions.set(token, call.clock + sessionMilliseconds);
    return success({ access_token: token });
  }

  /** `pointer`: where one licence's content stands. */
  function make(
    call: ReceivedCall,
    { pointer, status }: { readonly pointer: string; readonly status: Licence['status'] },
  ): Licence | Decision {
    const item = call.inPath('item');
    if (!items.some(({ item_code: code }) => code === item)) {
      return failure({ zh: `证照目录 ${item} 不存在`, en: `there is no licence item ${item}` });
    }
    const data = dataFieldsOf(call, `${pointer}/data_fields`);
    const number = String(data['ZZHM']);
    const same = licences.find(
      (one) => one.item === item && one.status !== 'ABOLISHED' && one.data['ZZHM'] === data['ZZHM'],
    );
    if (same) {
      return failure({
        zh: `证照号码 ${number} 已存在（${same.code}）`,
        en: `there is a licence of the number ${number} already (${same.code})`,
      });
    }
    made += 1;
    const licence: Licence = { code: `BJ1${String(made).padStart(17, '0')}`, item, status, data };
    licences.push(licence);
    return licence;
  }

  function making(call: ReceivedCall, status: Licence['status']): Decision {
    const licence = make(call, { pointer: '/data', status });
    if ('reason' in licence) return licence;
    return success({ data: { license_code: licence.code, auth_code: authCodeFor(call, licence) } });
  }

  function batchIssue(call: ReceivedCall): Decision {
    const list = call.body && atPointer(call.body, '/data');
    if (list?.type !== 'array' || list.items.length === 0)
      return failure({ zh: 'data 应为非空数组', en: 'data must be a list that is not empty' });
    const done: object[] = [];
    for (const index of list.items.keys()) {
      const licence = make(call, { pointer: `/data/${index}`, status: 'ISSUED' });
      if ('reason' in licence) return licence;
      done.push({ license_code: licence.code, auth_code: authCodeFor(call, licence) });
    }
    return success({ data: done });
  }

  function onLicence(
    call: ReceivedCall,
    allowed: readonly Licence['status'][],
    change: (licence: Licence) => unknown,
  ): Decision {
    const code = textAt(call, '/data/license_code') || textAt(call, '/data/id_code');
    const licence = licences.find((one) => one.code === code && one.item === call.inPath('item'));
    if (code === '') {
      return failure({
        zh: '缺少必填的 data.license_code 或 data.id_code',
        en: 'data.license_code or data.id_code is required and missing',
      });
    }
    if (!licence) return failure({ zh: `没有证照 ${code}`, en: `there is no licence ${code}` });
    if (!allowed.includes(licence.status)) {
      return failure({
        zh: `证照 ${code} 的状态是 ${licence.status}，这一步要求 ${allowed.join('、')}`,
        en: `licence ${code} is ${licence.status}, and this step wants ${allowed.join(', ')}`,
      });
    }
    change(licence);
    return success({});
  }

  function auth(call: ReceivedCall): Decision {
    const numbers = textAt(call, '/identity_number').split(',').filter(Boolean);
    const page = whole(textAt(call, '/page_index'), 1);
    const size = whole(textAt(call, '/page_size'), 10);
    const found = licences.filter((one) => isIssued(one) && numbers.includes(String(one.data['CYRSFZJHM'])));
    const shown = found.slice((page - 1) * size, page * size);
    const codes = shown.map((licence) => authCodeFor(call, licence));
    return success({
      auth_codes: codes,
      data: shown.map((licence, index) => summary(licence, codes[index] ?? '')),
      total_count: found.length,
    });
  }

  function onAuthCode(call: ReceivedCall, use: (licence: Licence) => Decision): Decision {
    const given = call.inQuery('auth_code');
    const licence = licences.find((one) => one.code === authCodes.get(given));
    if (!licence) return failure({ zh: 'auth_code 无效或已使用', en: 'auth_code is unknown or was used' });
    authCodes.delete(given);
    const { code, status } = licence;
    return isIssued(licence)
      ? use(licence)
      : failure({ zh: `证照 ${code} 的状态是 ${status}`, en: `licence ${code} is ${status}` });
  }

  function authCodeFor(call: ReceivedCall, { code }: Licence): string {
    const authCode = call.draw(24);
    authCodes.set(authCode, code);
    return authCode;
  }

  return createPlatformSimulator({
    profile: db11t2290,
    options,
    decide,
    failure: 'FAILURE',
    refuse: (status, reason, chosen) =>
      chosen?.statuses ? refusedPage(status, reason) : { ...failure(reason), status },
  });
}

function isIssued({ status }: Licence): boolean {
  return status === 'ISSUED';
}

function summary({ code, item, status, data }: Licence, authCode: string): object {
  return {
    license_code: code,
    license_item_code: item,
    name: data['ZZMC'],
    holder_name: data['CYRMC'],
    license_status: status,
    auth_code: authCode,
  };
}

function success(body: object): Decision {
  return { status: 'SUCCESS', reason: { zh: '成功', en: 'success' }, body };
}

const notThere: Bilingual = { zh: '仿真系统没有这个接口', en: 'the simulator has no such interface' };

/** The platform's own codes are not known: the code says whose it is. */
function failure(reason: Bilingual): Decision {
  return {
    status: 'FAILURE',
    reason,
    body: { errors: [{ code: 'SIMULATOR', message: reason.zh, inner_code: '' }] },
  };
}

function echo(call: ReceivedCall): Readonly<Record<string, string>> {
  const id = textAt(call, '/request_id');
  return id === '' ? {} : { correlation_id: id };
}

function textAt({ body }: ReceivedCall, pointer: string): string {
  return (body && scalarText(atPointer(body, pointer))) ?? '';
}

function whole(text: string, otherwise: number): number {
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : otherwise;
}

function dataFieldsOf({ body }: ReceivedCall, pointer: string): Readonly<Record<string, unknown>> {
  const node: JsonNode | undefined = body && atPointer(body, pointer);
  return node?.type === 'object' ? (JSON.parse(writeJson(node, 'compact')) as Record<string, unknown>) : {};
}
