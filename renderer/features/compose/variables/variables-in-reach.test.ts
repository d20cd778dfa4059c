import { expect, it } from 'vitest';
import type { RequestFolder, Workspace } from '../../../../shared/model/workspace.ts';
import { variablesInReach } from './variables-in-reach.ts';

const words = (text: string) => ({ zh: text, en: text });
const folder = (
  path: string,
  variables: Record<string, string>,
  ...inside: readonly RequestFolder[]
): RequestFolder => ({
  path,
  title: words(path),
  variables,
  children: inside.map((one) => ({ type: 'folder', folder: one })),
});

const workspace: Workspace = {
  revision: 1,
  title: words('w'),
  folder: '/w',
  variables: { a: 'workspace', e: 'workspace', w: 'workspace' },
  root: folder(
    '',
    {},
    folder('外', { a: 'outer', o: 'outer' }, folder('外/内', { a: 'inner' })),
    folder('外外', { x: 'no' }),
  ),
  environments: [
    {
      id: 'test',
      platform: 'ldt6008',
      title: words('测试'),
      url: '',
      values: {},
      conventions: {},
      variables: { a: 'environment', o: 'environment', e: 'environment' },
      transport: {},
      keepsBodies: true,
      keys: [],
      digest: '',
      isSample: false,
    },
  ],
  problems: [],
};

it('are taken from the nearest place', () => {
  const call = { variables: { r: 'request' }, environment: 'test' };
  const found = variablesInReach({ call, folder: '外/内' }, workspace);
  expect(Object.fromEntries(found.map(({ name, value, from }) => [name, `${from} ${value}`]))).toEqual({
    r: 'request request',
    a: 'folder inner',
    o: 'folder outer',
    e: 'environment environment',
    w: 'workspace workspace',
  });
});
