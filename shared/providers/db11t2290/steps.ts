import type { StepSpecification, StepsOfMessage } from '../../profile/profile.ts';
import { answeringJson, reading, writing } from './interface-ids.ts';

const written = { interface: [...writing] };
const read = { interface: [...reading] };
const json = { interface: answeringJson };
const page = { interface: ['viewLicense'] };
/** The second is that of 批量制作 (E.4). */
const dataFields = ['/data/data_fields', '/data/*/data_fields'];
const wholeMessage = { headerAt: '', bodyAt: '', names: 'asIs' };

const readMessage = (when: StepSpecification['when']): StepSpecification => ({
  kind: 'envelope.read',
  title: { zh: '读入报文', en: 'Read the message' },
  clause: '6',
  when,
  options: { from: 'received', header: 'header', body: 'bodyReceived', ...wholeMessage },
});

const writeMessage = (when: StepSpecification['when'], body: string): StepSpecification => ({
  kind: 'envelope.write',
  title: { zh: '报文', en: 'Message' },
  clause: '6',
  when,
  options: { header: 'header', body, to: 'message', ...wholeMessage },
});

export const requestSteps: StepsOfMessage = {
  outward: [
    {
      kind: 'header.fill',
      title: { zh: '填写参数', en: 'Fill the parameters' },
      clause: '6.2',
      options: { to: 'header', nonceField: '', secrets: ['appSecret', 'password'] },
    },
    {
      kind: 'json.read',
      title: { zh: '读入报文体', en: 'Read the body' },
      clause: '6',
      options: { from: 'composed', to: 'body' },
    },
    {
      kind: 'json.fold',
      title: { zh: '照面数据的写法', en: 'Write data_fields' },
      clause: '6.4',
      when: written,
      options: { from: 'body', to: 'bodySent', at: dataFields, form: { convention: 'dataFields' } },
    },
    writeMessage(written, 'bodySent'),
    {
      kind: 'message.none',
      title: { zh: '没有报文体（GET）', en: 'No body (GET)' },
      clause: '6',
      when: read,
      options: { to: 'message' },
    },
  ],
  inward: [
    readMessage(written),
    {
      kind: 'json.unfold',
      title: { zh: '还原照面数据', en: 'Show data_fields' },
      clause: '6.4',
      when: written,
      options: { from: 'bodyReceived', to: 'body', at: dataFields, form: { convention: 'dataFields' } },
    },
    {
      kind: 'body.none',
      title: { zh: '没有报文体（GET）', en: 'No body (GET)' },
      clause: '6',
      when: read,
      options: { to: 'body' },
    },
  ],
};

export const responseSteps: StepsOfMessage = {
  outward: [
    {
      kind: 'header.fill',
      title: { zh: '填写应答头', en: 'Fill the answer' },
      clause: '6',
      options: { to: 'header', nonceField: '' },
    },
    {
      kind: 'json.read',
      title: { zh: '读入应答内容', en: 'Read the content' },
      clause: '6',
      options: { from: 'composed', to: 'body' },
    },
    {
      kind: 'json.fold',
      title: { zh: '照面数据的写法', en: 'Write data_fields' },
      clause: '6.7 (G.3)',
      options: { from: 'body', to: 'bodySent', at: dataFields, form: { convention: 'dataFieldsAnswered' } },
    },
    writeMessage(undefined, 'bodySent'),
  ],
  inward: [
    readMessage(json),
    {
      kind: 'header.check',
      title: { zh: '核对应答头', en: 'Check the answer' },
      clause: '6',
      when: json,
      options: { header: 'header' },
    },
    {
      kind: 'json.unfold',
      title: { zh: '还原照面数据', en: 'Show data_fields' },
      clause: '6.7 (G.3)',
      when: json,
      options: { from: 'bodyReceived', to: 'body', at: dataFields, form: { convention: 'dataFieldsAnswered' } },
    },
    {
      kind: 'page.read',
      title: { zh: '读入页面', en: 'Read the page' },
      clause: '6.6 (F.5)',
      when: page,
      options: { from: 'received', header: 'header', body: 'body', field: 'page', value: 'html' },
    },
    {
      kind: 'errors.report',
      title: { zh: '对方列出的错误', en: 'Errors that the answer lists' },
      clause: '6',
      options: { body: 'body', at: '/errors', code: 'code', message: 'message' },
    },
  ],
};
