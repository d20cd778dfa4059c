import type { Interface } from '../../profile/profile.ts';
import { certificates, demoEncryptedId, demoFile, validIdentifier } from './register.ts';
import { fileStatuses } from './statuses.ts';

const text = (title: string, rest: object = {}) => ({ type: 'string', title, ...rest });
const cause = text('申请理由', {
  description: '01 共享应用，02 亮证应用，99 其他；03 的含义原文不全',
  enum: ['01', '02', '03', '99'],
});
const holder = {
  certificateHolderCode: text('持证主体代码'),
  certificateHolderType: text('持证主体代码类型', { description: '111 公民身份号码' }),
  certificateType: text('证照类型代码'),
};
const byId = { certificateIdentifier: text('证照标识', { description: 'GB/T 36904' }) };
const byEncrypted = { encryptedIdentifier: text('加密证照标识') };
const request = (properties: object, required: readonly string[]) => ({
  type: 'object',
  required: [...required, 'useCause'],
  properties: { ...properties, useCause: cause },
});
const list = (properties: object, required: readonly string[] = Object.keys(properties)) => ({
  type: 'object',
  required: ['dataList'],
  properties: { dataList: { type: 'array', items: { type: 'object', required, properties } } },
});
const faces = list(
  {
    certificateIdentifier: text('证照标识'),
    certificateType: text('证照类型'),
    certificateName: text('证照名称'),
    certificateHolder: text('持证主体'),
    issueDate: text('发证日期', { description: 'YYYY年MM月DD日' }),
  },
  ['certificateIdentifier'],
);
const files = list({
  fileUrl: text('下载地址'),
  fileFormat: text('文件格式', { enum: ['ofd', 'pdf'] }),
  fileId: text('文件标识'),
});
const post = (operation: string) => ({ method: 'POST', path: `/elssp/v1/${operation}` }) as const;
const sample = (zh: string, en: string, value: object, header?: Readonly<Record<string, string>>) => ({
  title: { zh, en },
  body: JSON.stringify(value, null, 2),
  ...(header && { header }),
});

const [first] = certificates;
const ofHolder = {
  certificateHolderCode: first?.certificateHolderCode ?? '',
  certificateHolderType: '111',
  certificateType: first?.certificateType ?? '',
  useCause: '01',
};
const ofId = { certificateIdentifier: validIdentifier, useCause: '01' };
const ofEncrypted = { encryptedIdentifier: demoEncryptedId, useCause: '02' };

/** The interfaces of clause 6. Paths of 6.3.1, 6.3.2, 6.4.1, 6.4.2 are the parent standard's (F), the others assumed (A). */
export const interfaces = [
  {
    id: 'search',
    title: { zh: '证照检索', en: 'Search' },
    shape: 'other',
    endpoint: post('SearchCertificate'),
    header: {},
    clause: '6.2',
    mark: 'I',
    requestSchema: request(holder, ['certificateHolderCode']),
    responseSchema: faces,
    samples: [sample('一个人的证照', 'licences of a person', { ...ofHolder, certificateType: '' })],
  },
  {
    id: 'fileByHolder',
    title: { zh: '按持证主体代码下载文件', en: 'File by holder' },
    shape: 'other',
    endpoint: post('GetCertificateFileByHolder'),
    header: {},
    clause: '6.3.1',
    mark: 'S',
    requestSchema: request(holder, ['certificateHolderCode', 'certificateType']),
    responseSchema: files,
    samples: [sample('一个人的一类证照', 'one type', ofHolder)],
  },
  {
    id: 'fileById',
    title: { zh: '按证照标识下载文件', en: 'File by identifier' },
    shape: 'other',
    endpoint: post('GetCertificateFileByCertificateID'),
    header: {},
    clause: '6.3.2',
    mark: 'S',
    requestSchema: request(byId, ['certificateIdentifier']),
    responseSchema: files,
    samples: [sample('一张证照', 'a licence', ofId)],
  },
  {
    id: 'fileByEncryptedId',
    title: { zh: '按加密证照标识下载文件', en: 'File by encrypted identifier' },
    shape: 'other',
    endpoint: post('GetCertificateFileByEncryptedID'),
    header: {},
    clause: '6.3.3',
    mark: 'S',
    requestSchema: request(byEncrypted, ['encryptedIdentifier']),
    responseSchema: files,
    samples: [sample('演示标识', 'the demonstration identifier', ofEncrypted)],
  },
  {
    id: 'dataByHolder',
    title: { zh: '按持证主体代码获取证照信息', en: 'Data by holder' },
    shape: 'other',
    endpoint: post('GetCertificateDataByHolder'),
    header: {},
    clause: '6.4.1',
    mark: 'S',
    requestSchema: request(holder, ['certificateHolderCode', 'certificateType']),
    responseSchema: faces,
    samples: [sample('一个人的一类证照', 'one type', ofHolder)],
  },
  {
    id: 'dataById',
    title: { zh: '按证照标识获取证照信息', en: 'Data by identifier' },
    shape: 'other',
    endpoint: post('GetCertificateDataByCertificateID'),
    header: {},
    clause: '6.4.2',
    mark: 'S',
    requestSchema: request(byId, ['certificateIdentifier']),
    responseSchema: faces,
    samples: [sample('一张证照', 'a licence', ofId)],
  },
  {
    id: 'encryptedId',
    title: { zh: '加密电子证照标识信息获取', en: 'Encrypted identifier' },
    shape: 'other',
    endpoint: post('GetEncryptedCertificateID'),
    header: {},
    clause: '6.4.3',
    mark: 'I',
    requestSchema: request(holder, ['certificateHolderCode']),
    responseSchema: list({ encryptedIdentifier: text('加密证照标识') }),
    samples: [sample('一个人', 'a person', ofHolder)],
  },
  {
    id: 'qrCode',
    title: { zh: '加密电子证照二维码', en: 'QR code' },
    shape: 'other',
    endpoint: post('GetCertificateQRCode'),
    header: {},
    clause: '6.4.4',
    mark: 'I',
    requestSchema: request(byEncrypted, ['encryptedIdentifier']),
    responseSchema: list({ content: text('二维码内容', { format: 'qr-code' }) }),
    samples: [sample('演示标识', 'the demonstration identifier', ofEncrypted)],
  },
  {
    id: 'verify',
    title: { zh: '基于字段内容的电子证照验证', en: 'Verify by content' },
    shape: 'other',
    endpoint: post('VerifyCertificate'),
    header: {},
    clause: '6.5.1',
    mark: 'S',
    requestSchema: request(
      { certificateHolderCode: text('持证主体代码'), certificateData: { type: 'object', title: '证照字段' } },
      ['certificateHolderCode'],
    ),
    responseSchema: list({ result: text('验证结果') }),
    samples: [
      sample('名称与号码', 'name and number', {
        certificateHolderCode: first?.certificateHolderCode ?? '',
        certificateData: {
          certificateNumber: first?.certificateNumber ?? '',
          certificateHolder: first?.certificateHolder ?? '',
        },
        useCause: '01',
      }),
    ],
  },
  {
    id: 'file',
    title: { zh: '下载文件', en: 'Download a file' },
    shape: 'other',
    endpoint: { method: 'GET', path: '/elssp/v1/files/{file}' },
    statuses: fileStatuses,
    header: {},
    clause: '6.3',
    mark: 'A',
    requestSchema: { type: 'object' },
    responseSchema: {
      type: 'object',
      required: ['page'],
      properties: { page: text('文件内容', { description: 'Base64', contentEncoding: 'base64' }) },
    },
    samples: [sample('演示文件', 'the demonstration file', {}, { file: demoFile })],
  },
] as const satisfies readonly Interface[];
