import { describe, expect, it } from 'vitest';
import { createPortableEngine } from '../crypto/portable-engine.ts';
import { builtInProviders } from '../providers/providers.ts';
import { talkToSimulator } from '../providers/talk-to-simulator.ts';
import type { DataRecord } from '../data/data.ts';
import { newPlatform } from './new-platform.ts';
import { contentOf, ownProvider, readOwnPlatform, type OwnPlatformContent } from './own-platform.ts';

const randomBytes = (length: number) => crypto.getRandomValues(new Uint8Array(length));
const engine = createPortableEngine({ randomBytes });
const builtIn = builtInProviders;

const read = (content: OwnPlatformContent, id = 'mine') => readOwnPlatform(content, { id, builtIn });

function providerOf(content: OwnPlatformContent) {
  const own = read(content);
  expect(own.problems).toEqual([]);
  const provider = ownProvider(own, { builtIn, engine });
  if (!provider) throw new Error('no provider');
  return provider;
}

describe('a new platform', () => {
  it('makes sense and is understood by its simulator, whatever convention is chosen', () => {
    const provider = providerOf(newPlatform('我的平台'));
    for (const order of ['bytes', 'ignoreCase', 'asSent']) {
      const talk = talkToSimulator(provider, { engine, randomBytes, conventions: { order } });
      const { request, answer, body } = talk.call('query', { body: { name: '张三' } });
      expect(request.trace.findings).toEqual([]);
      expect({ status: answer.status, reason: answer.reason.zh }).toEqual({ status: '0', reason: '成功' });
      expect(body).toEqual({ result: '示例' });
    }
  });

  it.each([16, 32])('has a nonce of as many characters as it says: %i', (length) => {
    const content = JSON.parse(
      JSON.stringify(newPlatform('我的平台'))
        .replaceAll('"length":24', `"length":${length}`)
        .replaceAll('"exactly":24', `"exactly":${length}`),
    ) as OwnPlatformContent;
    const { request, answer, response } = talkToSimulator(providerOf(content), { engine, randomBytes }).call('query', {
      body: { name: '张三' },
    });
    expect(answer.status).toBe('0');
    expect([...request.trace.findings, ...response.trace.findings]).toEqual([]);
  });

  it('says of each wrong option that it is, and nothing of what follows from it', () => {
    const content = newPlatform('我的平台') as unknown as { steps: { request: { outward: { options: object }[] } } };
    const [first, ...others] = content.steps.request.outward;
    const wrong = { ...first, options: { ...first?.options, strange: 1, to: 2 } };
    const steps = { ...content.steps, request: { ...content.steps.request, outward: [wrong, ...others] } };
    const { problems } = read({ ...content, steps } as unknown as OwnPlatformContent);
    const at = 'steps.request.outward.0.options';
    expect(problems.map(({ path }) => path.join('.')).toSorted()).toEqual([at, `${at}.to`]);
  });

  it('has its signature and its body checked', () => {
    const provider = providerOf(newPlatform('我的平台'));
    const wrong = talkToSimulator(provider, {
      engine,
      randomBytes,
      conventions: { order: 'bytes' },
      theirs: { order: 'asSent' },
    });
    expect(wrong.call('query', { body: { name: '张三' } }).answer.status).toBe('1');
    const talk = talkToSimulator(provider, { engine, randomBytes });
    const { answer } = talk.call('query', { body: {} });
    expect(answer.status).toBe('1');
    expect(answer.reason.zh).toContain('name');
  });
});

describe('references of a whole description', () => {
  const renamed = (list: string, index: number, name: string) => (content: DataRecord) => {
    const items = structuredClone(content[list]) as unknown as { name: string }[];
    (items[index] ?? { name: '' }).name = name;
    return { ...content, [list]: items as unknown as DataRecord[] };
  };

  it.each<[string, (content: DataRecord) => DataRecord, string]>([
    [
      'a key slot that steps still name as before',
      renamed('keySlots', 0, 'other'),
      'steps.request.outward.5.options.key',
    ],
    ['a header field twice under the same conditions', renamed('header', 0, 'timestamp'), 'header.2.name'],
    [
      'a refusal of the session that no table has',
      (content) => ({
        ...content,
        session: {
          interface: 'query',
          values: { token: '/token' },
          lifetime: { seconds: 60 },
          refusals: [{ status: '999' }],
        },
      }),
      'session.refusals.0.status',
    ],
  ])('are checked: %s', (_what, change, path) => {
    const { problems } = read(change(newPlatform('我的平台')));
    expect(problems.map((problem) => problem.path.join('.'))).toContain(path);
  });
});

describe('a platform that is based on a built-in one', () => {
  it.each(builtIn.all().map(({ profile }) => profile))(
    '$id: stands in its file as what differs, and works as before',
    (profile) => {
      const content = contentOf({ ...profile, title: { zh: '我的', en: 'mine' } }, { basedOn: profile.id, builtIn });
      expect(content).toEqual({ format: 1, title: { zh: '我的', en: 'mine' }, basedOn: profile.id, changes: {} });
      const provider = providerOf(content);
      expect(provider.profile).toEqual({ ...profile, id: 'mine', title: { zh: '我的', en: 'mine' } });
      const [first] = profile.interfaces;
      const talk = talkToSimulator(provider, { engine, randomBytes });
      const { answer } = talk.call(first?.id ?? '', {
        body: first?.samples[0]?.body ?? '{}',
        header: first?.samples[0]?.header ?? {},
      });
      expect(answer.status).toBe((first?.statuses ?? profile.statuses).success);
    },
  );

  it('uses changed steps, addresses and codes on both sides, and answers an interface that was added', () => {
    const base = builtIn.find('db11t2290').profile;
    const added = {
      ...base.interfaces.find(({ id }) => id === 'currentUser'),
      id: 'news',
      like: 'currentUser',
      responseSchema: { type: 'object' },
      endpoint: { method: 'GET' as const, path: '/news' },
      samples: [{ title: { zh: '例', en: 'Example' }, body: '{}', answer: '{"data":{"news":"无"}}' }],
    } as (typeof base.interfaces)[number];
    const edited = { ...base, title: { zh: '我的', en: 'mine' }, interfaces: [...base.interfaces, added] };
    const content = contentOf(edited, { basedOn: base.id, builtIn });
    expect(Object.keys((content['changes'] as DataRecord)['interfaces'] as DataRecord)).toEqual(['news']);
    const provider = providerOf(content);
    const talk = talkToSimulator(provider, { engine, randomBytes });
    expect(talk.call('news').body).toMatchObject({ data: { news: '无' } });
  });

  it('may leave out values and interfaces that conditions of the built-in platform ask for', () => {
    const changes = {
      conventions: {
        digest: {
          values: [
            { value: 'HMAC-SM3', title: 'HMAC-SM3' },
            { value: 'SM3', title: 'SM3' },
          ],
        },
      },
      interfaces: { resume: null },
    };
    const provider = providerOf({ format: 1, title: 'x', basedOn: 'ldt6008', changes });
    const talk = talkToSimulator(provider, { engine, randomBytes });
    expect(
      talk.call('cardStatus', { body: provider.profile.interfaces[0]?.samples[0]?.body ?? '' }).answer.status,
    ).toBe('00');
  });

  it('names what is wrong, with its place and in both languages', () => {
    const wrong = (content: OwnPlatformContent, id?: string) => read(content, id).problems[0];
    expect(wrong({ format: 1, title: 'x', basedOn: 'nobody' })?.path).toEqual(['basedOn']);
    expect(wrong({ format: 1, title: 'x', basedOn: 'ldt6008', header: [] })?.path).toEqual(['header']);
    expect(wrong({ format: 1, title: 'x' }, 'ldt6008')?.text.zh).toContain('内置');
    expect(wrong({ format: 1, title: 'x' }, 'Großes')?.text.en).toContain('lower-case');
    const length = {
      format: 1,
      title: 'x',
      basedOn: 'ldt6008',
      changes: { header: { appCode: { length: { exactly: 'x' } } } },
    };
    expect(wrong(length)).toMatchObject({
      path: ['header', 1, 'length', 'exactly'],
      text: { zh: expect.stringContaining('数字'), en: expect.stringContaining('number') },
    });
  });

  it.each([
    [
      'a step that is not there',
      { steps: { request: { outward: [{ kind: 'sign.magic', title: 'x' }] } } },
      'steps.request.outward.0.kind',
    ],
    [
      'an option that a step does not take',
      { steps: { request: { outward: [{ kind: 'json.read', title: 'x', options: { from: 'composed' } }] } } },
      'steps.request.outward.0.options.to',
    ],
    [
      'a slot that nobody writes',
      {
        steps: { request: { outward: [{ kind: 'json.read', title: 'x', options: { from: 'nowhere', to: 'body' } }] } },
      },
      'steps.request.outward.0',
    ],
    [
      'a convention that is not there',
      { keySlots: { sm4Key: { neededWhen: { magic: ['yes'] } } } },
      'keySlots.0.neededWhen',
    ],
    [
      'a sample that its schema does not allow',
      { interfaces: { cardStatus: { samples: [{ title: 'x', body: '{"aac002": 1}' }] } } },
      'interfaces.0.samples.0.body',
    ],
    ['a pattern that is none', { header: { appCode: { pattern: '(' } } }, 'header.1.pattern'],
    ['a check that no code decides', { indicators: { aac147: { checkBy: 'aac058' } } }, 'indicators.3.checkBy'],
    ['a check that nothing decides', { indicators: { aac147: { checkBy: 'nothing' } } }, 'indicators.3.checkBy'],
    ['a success that is no code', { statuses: { success: 'zz' } }, 'statuses.success'],
    [
      'a time written as a convention says that speaks of something else',
      { header: { serviceReqTime: { rule: { rule: 'clock', format: { convention: 'digest' } } } } },
      'header.4.rule.format',
    ],
    ['a name that every object has', { header: { appCode: { name: 'toString' } } }, 'header.1.name'],
  ])('refuses %s', (_what, changes, path) => {
    const { problems } = read({ format: 1, title: 'x', basedOn: 'ldt6008', changes });
    expect(problems.map((problem) => problem.path.join('.'))).toContain(path);
    for (const { text } of problems) expect(text.zh === '' || text.en === '').toBe(false);
  });
});
