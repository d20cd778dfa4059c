import { encodeText } from '../../crypto/encodings/text-encoding.ts';
import { atPointer } from '../../json/json-pointer.ts';
import { scalarText, type JsonNode } from '../../json/json-node.ts';
import { writeJson } from '../../json/write-json.ts';
import { onePagePdf } from '../../simulator/one-page-pdf.ts';
import { createPlatformSimulator, type Decision, type ReceivedCall } from '../../simulator/platform-simulator.ts';
import type { Simulator, SimulatorOptions } from '../../simulator/simulator.ts';
import { db11t2290 } from './profile.ts';
import { demoAccessToken, demoAuthCode, issuedCode, items, newRegister, type Licence } from './register.ts';
import { sample } from './sample.ts';

/** About a day, as clients of the product have it (I). */
export const sessionMilliseconds = 24 * 60 * 60 * 1000;
const largestPage = 150;

/**
 * The sharing service with what it remembers: sessions, licences on their way from REGISTERED over ISSUED to ABOLISHED,
 * authorisation codes that work once.
 */
export function createSimulator(options: SimulatorOptions): Simulator {
  const sessions = new Map<string, number>();
  const licences = newRegister();
  const authCodes = new Map<string, string>([[demoAuthCode, issuedCode]]);
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
      textAt(call, '/credential') === ''
        ? failure('credential 必填')
        : success({ data: licences.filter(isIssued).map((licence) => summary(licence, authCodeFor(call, licence))) }),
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
        if (isOfd) return failure('仿真系统只有 PDF 文件');
        const pdf = onePagePdf(['Hufu simulator', `licence ${code}`, 'synthetic, of no legal effect']);
        return success({ data: { file_name: `${code}.pdf`, file_data: encodeText(pdf, 'base64') } });
      }),
    viewLicense(call) {
      const code = pages.get(call.inQuery('license_access_token'));
      const licence = licences.find((one) => one.code === code);
      if (!licence) return failure('license_access_token 无效');
      return {
        status: 'html',
        reason: { zh: '页面', en: 'page' },
        body: {},
        instead: {
          contentType: 'text/html; charset=utf-8',
          text: `<!doctype html><html lang="zh"><meta charset="utf-8"><title>示例证照</title><h1>示例证照 ${licence.code}</h1></html>`,
        },
      };
    },
  };

  function decide(call: ReceivedCall): Decision {
    if (call.broken) return failure(call.broken.findings[0]?.message.zh ?? '报文无法读取');
    const until = sessions.get(call.inQuery('access_token'));
    if (call.chosen.needsSession !== false && (until === undefined || until <= call.clock)) {
      return failure(until === undefined ? 'access_token 无效，请先登录' : 'access_token 已过期，请重新登录');
    }
    const answer = answers[call.chosen.id];
    const decision = answer ? answer(call) : failure('没有这个接口');
    return { ...decision, header: { ...decision.header, ...echo(call), response_id: call.draw(24) } };
  }

  function login(call: ReceivedCall): Decision {
    const { appSecret, password } = options.keys;
    if (call.inHeader('app_key') !== sample.values.app_key || call.inHeader('app_secret') !== appSecret) {
      return failure('app_key 或 app_secret 不正确');
    }
    if (call.inHeader('account') !== sample.values.account || call.inHeader('password') !== password) {
      return failure('账号或口令不正确');
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
    if (!items.some(({ item_code: code }) => code === item)) return failure(`证照目录 ${item} 不存在`);
    const data = dataFieldsOf(call, `${pointer}/data_fields`);
    const missing = ['ZZMC', 'CYRMC', 'CYRSFZJLX', 'CYRSFZJHM'].find(
      (name) => typeof data[name] !== 'string' || data[name] === '',
    );
    if (missing !== undefined) return failure(`data_fields.${missing} 必填`);
    const same = licences.find(
      (one) => one.item === item && one.status !== 'ABOLISHED' && one.data['ZZHM'] === data['ZZHM'],
    );
    if (same) return failure(`证照号码 ${String(data['ZZHM'])} 已存在（${same.code}）`);
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
    if (list?.type !== 'array' || list.items.length === 0) return failure('data 应为非空数组');
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
    if (!licence) return failure(`没有证照 ${code}`);
    if (!allowed.includes(licence.status)) {
      return failure(`证照 ${code} 的状态是 ${licence.status}，这一步要求 ${allowed.join('、')}`);
    }
    change(licence);
    return success({});
  }

  function auth(call: ReceivedCall): Decision {
    const numbers = textAt(call, '/identity_number').split(',').filter(Boolean);
    if (numbers.length === 0) return failure('identity_number 必填');
    const page = whole(textAt(call, '/page_index'), 1);
    const size = whole(textAt(call, '/page_size'), 10);
    if (size > largestPage) return failure(`page_size 最多 ${largestPage}`);
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
    if (!licence) return failure('auth_code 无效或已使用');
    authCodes.delete(given);
    return isIssued(licence) ? use(licence) : failure(`证照 ${licence.code} 的状态是 ${licence.status}`);
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
    refuse: (status, { zh, en }) => ({ ...failure(zh), status, reason: { zh, en } }),
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

/** The platform's own codes are not known: the code says whose it is. */
function failure(message: string): Decision {
  return {
    status: 'FAILURE',
    reason: { zh: message, en: message },
    body: { errors: [{ code: 'SIMULATOR', message, inner_code: '' }] },
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
