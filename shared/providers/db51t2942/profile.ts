import type { Indicator, Profile } from '../../profile/profile.ts';
import { conventions } from './conventions.ts';
import { header } from './header.ts';
import { interfaces } from './interfaces.ts';
import { keySlots } from './key-slots.ts';
import { statuses } from './statuses.ts';
import { requestSteps, responseSteps } from './steps.ts';

const member = (name: string, zh: string, en: string, kind: Pick<Indicator, 'codes' | 'check' | 'checkBy'> = {}) =>
  ({ name, title: { zh, en }, mark: 'F', source: 'GB/T 36906-2018', ...kind }) as const;

/** DB51/T 2942-2022 四川省一体化政务服务平台电子证照应用规范. */
export const db51t2942 = {
  format: 1,
  id: 'db51t2942',
  title: { zh: '四川电子证照', en: 'Sichuan electronic licences' },
  standard: 'DB51/T 2942-2022',
  transport: {
    method: 'POST',
    contentType: 'application/json; charset=utf-8',
    timeoutMilliseconds: 30_000,
    clause: '6.1',
    mark: 'S',
  },
  header,
  headerRelations: [],
  keySlots,
  conventions,
  steps: { request: requestSteps, response: responseSteps },
  interfaces,
  statuses,
  advice: [
    {
      code: 'advice.assumedNames',
      when: {},
      severity: 'notice',
      clause: '6',
      mark: 'A',
      message: {
        zh: '标准给出接口和参数的中文名；英文名、四川自己的路径、账户与认证信息怎样取得都是假定，依上位标准 GB/T 36906。',
        en: "The standard names interfaces and parameters in Chinese; English names, Sichuan's own paths and how the credentials are had are assumed after the parent standard GB/T 36906.",
      },
    },
  ],
  indicators: [
    member('certificateIdentifier', '证照标识', 'identifier of the licence', { check: 'certificateIdentifier' }),
    member('certificateType', '证照类型代码', 'code of the type'),
    member('certificateName', '证照名称', 'name of the licence'),
    member('certificateNumber', '证照号码', 'number of the licence'),
    member('certificateHolder', '持证主体', 'holder'),
    member('certificateHolderCode', '持证主体代码', 'code of the holder', { checkBy: 'certificateHolderType' }),
    member('certificateHolderType', '持证主体代码类型（111 公民身份号码）', 'type of that code', {
      codes: 'holderCodeType',
    }),
    member('certificateAreaCode', '行政区划代码', 'division', { codes: 'division' }),
    member('issueDept', '颁发机构', 'issuer'),
    member('issueDeptCode', '颁发机构代码', 'code of the issuer'),
    member('issueDate', '发证日期', 'date of issue'),
    member('certificateValidateStart', '有效期起始', 'valid from'),
    member('certificateValidateEnd', '有效期截止', 'valid until'),
    {
      name: 'useCause',
      title: { zh: '申请理由：01 共享 02 亮证 99 其他', en: 'reason: 01 sharing 02 showing 99 other' },
      mark: 'S',
      source: '6.2–6.5',
      codes: 'licenceUse',
    },
  ],
} as const satisfies Profile;
