import { expect, it } from 'vitest';
import type { RequestFolder } from '../../../../shared/model/workspace.ts';
import { ldt6008 } from '../../../../shared/providers/ldt6008/profile.ts';
import { filterRequests } from './filter-requests.ts';

function request(id: string, zh: string, interfaceId: string) {
  const call = {
    platform: 'ldt6008',
    environment: 'e',
    header: {},
    extraHeader: [],
    body: '',
    conventions: {},
    url: '',
  };
  return { id, title: { zh, en: id }, call: { ...call, interface: interfaceId } };
}

const folders: readonly RequestFolder[] = [
  {
    title: { zh: '业务协同平台', en: 'Platform' },
    platform: 'ldt6008',
    requests: [request('card', '社会保障卡状态', 'cardStatus'), request('resume', '个人简历', 'resume')],
  },
  { title: { zh: '失败', en: 'Failures' }, platform: 'ldt6008', requests: [request('nonce', '重放', 'cardStatus')] },
];
const idsFor = (text: string) =>
  filterRequests(folders, { text, platforms: [ldt6008] }).map(({ requests }) => requests.map(({ id }) => id));

it('finds requests by a part of a name, a service code, a folder, in any letter case', () => {
  expect(idsFor('保障卡')).toEqual([['card'], ['nonce']]);
  expect(idsFor('y70pytjb')).toEqual([['card'], ['nonce']]);
  expect(idsFor('简历')).toEqual([['resume']]);
  expect(idsFor('FAIL card')).toEqual([['nonce']]);
});

it('shows everything for no words and nothing for a word that is nowhere', () => {
  expect(filterRequests(folders, { text: '  ', platforms: [] })).toBe(folders);
  expect(idsFor('失业金')).toEqual([]);
});
