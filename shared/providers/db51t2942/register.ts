import { certificateIdentifier } from '../../codes/certificate-identifier.ts';

/** A licence of the simulated system. All of it is invented; numbers and identifiers have right check digits. */
export interface Certificate {
  readonly certificateIdentifier: string;
  readonly certificateType: string;
  readonly certificateName: string;
  readonly certificateNumber: string;
  readonly certificateHolder: string;
  readonly certificateHolderCode: string;
  readonly certificateHolderType: string;
  readonly certificateAreaCode: string;
  readonly issueDept: string;
  readonly issueDeptCode: string;
  readonly issueDate: string;
  readonly certificateValidateStart: string;
  readonly certificateValidateEnd: string;
  /** `0`: valid; else the status that it is refused with. */
  readonly state: '0' | '21' | '22' | '23';
}

export const types: Readonly<Record<string, string>> = {
  '11100000MB0000000A001': '示例营业证照',
  '11100000MB0000000A002': '示例资格证书',
};

const issuer = '91350100M000100Y43';

function certificate(
  serial: string,
  facts: Pick<Certificate, 'certificateHolder' | 'certificateHolderCode' | 'state'> & { readonly type?: string },
): Certificate {
  const { type = '11100000MB0000000A001', ...rest } = facts;
  return {
    certificateIdentifier: certificateIdentifier({ type, issuer, serial, version: '001' }),
    certificateType: type,
    certificateName: types[type] ?? '',
    certificateNumber: `川示字第${serial}号`,
    certificateHolderType: '111',
    certificateAreaCode: '510000',
    issueDept: '示例发证机构',
    issueDeptCode: issuer,
    issueDate: '2026年01月01日',
    certificateValidateStart: '2026年01月01日',
    certificateValidateEnd: '2030年12月31日',
    ...rest,
  };
}

export const certificates: readonly Certificate[] = [
  certificate('0001', { certificateHolder: '张三', certificateHolderCode: '11010519491231002X', state: '0' }),
  certificate('0002', {
    certificateHolder: '张三',
    certificateHolderCode: '11010519491231002X',
    state: '0',
    type: '11100000MB0000000A002',
  }),
  certificate('0003', { certificateHolder: '李四', certificateHolderCode: '110105194912310046', state: '21' }),
  certificate('0004', { certificateHolder: '𠮷野', certificateHolderCode: '110105194912310062', state: '22' }),
  certificate('0005', { certificateHolder: '葛示例', certificateHolderCode: '110105194912310089', state: '23' }),
];

const [first] = certificates;
export const validIdentifier = first?.certificateIdentifier ?? '';

/** They stand for identifiers that 6.4.3 makes, for samples of single interfaces. */
export const demoEncryptedId = 'demo-encrypted-identifier-0001';
export const demoFile = 'demo-file-0001';

/** One whose address has ended, so that its refusal can be seen without waiting. */
export const expiredFile = 'demo-file-expired';
