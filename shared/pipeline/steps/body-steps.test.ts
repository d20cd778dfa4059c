import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeText } from '../../crypto/encodings/text-encoding.ts';
import { createPortableEngine } from '../../crypto/portable-engine.ts';
import { jsonString } from '../../json/json-node.ts';
import type { Profile, StepSpecification } from '../../profile/profile.ts';
import { ldt6008 } from '../../providers/ldt6008/profile.ts';
import { noFields } from '../messages.ts';
import { runSteps, type RunResult } from '../run-steps.ts';

const randomBytes = (length: number) => crypto.getRandomValues(new Uint8Array(length));
const engine = createPortableEngine({ randomBytes });

type Step = Pick<StepSpecification, 'kind' | 'options'>;

interface Given {
  readonly body: string;
  readonly header: Readonly<Record<string, string>>;
  readonly locked?: Readonly<Record<string, string>>;
  readonly keys?: Readonly<Record<string, string>>;
}

/** The steps run over a body, with these fields in the slot `header`. */
function run(steps: readonly Step[], { body, header, locked = {}, keys = {} }: Given): RunResult {
  const titled = steps.map((step) => ({ ...step, title: { zh: '步骤', en: 'step' } }));
  const profile: Profile = {
    ...ldt6008,
    steps: { ...ldt6008.steps, response: { outward: titled, inward: [] } },
  };
  const fields = Object.entries(header).map(([name, value]) => ({ name, value: jsonString(value) }));
  return runSteps({
    profile,
    message: 'response',
    direction: 'outward',
    conventions: {},
    inputs: { engine, keys, clock: 0, randomBytes, now: () => 0, fields: { ...noFields, locked } },
    given: {
      composed: { value: { type: 'text', text: body }, sensitivity: 'personal' },
      header: { value: { type: 'fields', fields }, sensitivity: 'public' },
    },
  });
}

const read: Step = { kind: 'json.read', options: { from: 'composed', to: 'body' } };

function jsonIn({ slots }: RunResult, slot: string): string | undefined {
  const value = slots.get(slot);
  return value?.type === 'json' ? value.text : undefined;
}

describe('json.read', () => {
  it('warns of a wrong check character in what is composed, and stops nothing', () => {
    const composed = run([read], { body: '{\n"aac002":"110105194912310021"}', header: {} });
    expect(composed.trace.steps[0]).toMatchObject({
      verdict: 'done',
      findings: [{ code: 'code.checkCharacter', field: '/aac002', position: { line: 2, column: 10 } }],
    });
    expect(composed.slots.get('body')).toBeDefined();
  });
});

describe('a secret', () => {
  const join: Step = {
    kind: 'sign.join',
    options: { header: 'header', before: [], key: 'secret', after: [], to: 'joined', shown: 'shown' },
  };
  const place: Step = { kind: 'field.place', options: { from: 'joined', field: 'leak', to: 'header' } };
  const write: Step = { kind: 'message.text', options: { from: 'joined', to: 'message' } };

  it.each([
    ['a field', place],
    ['the message', write],
  ])('is not put into %s as it is', (_where, step) => {
    const { trace, slots } = run([join, step], { body: '{}', header: {}, keys: { secret: 'TOP' } });
    expect(trace.steps[1]?.findings.map(({ code }) => code)).toEqual(['step.secretInClear']);
    expect(slots.has('message')).toBe(false);
    expect(JSON.stringify(trace)).not.toContain('TOP');
  });

  it('may be told by its digest', () => {
    const digest: readonly Step[] = [
      { kind: 'charset.encode', options: { from: 'joined', to: 'bytes', charset: 'UTF-8' } },
      { kind: 'digest', options: { from: 'bytes', to: 'hashed', algorithm: 'SM3' } },
      { kind: 'text.encode', options: { from: 'hashed', to: 'sum', encoding: 'hex' } },
      { kind: 'field.place', options: { from: 'sum', field: 'sign', to: 'header' } },
    ];
    const { slots } = run([join, ...digest], { body: '{}', header: {}, keys: { secret: 'TOP' } });
    expect(slots.get('header')).toMatchObject({ fields: [{ name: 'sign' }] });
  });
});

describe('body.fill', () => {
  const fill: Step = {
    kind: 'body.fill',
    options: { from: 'body', header: 'header', fields: ['name', 'mobile', 'post'], to: 'filled' },
  };

  it('adds what the body lacks and leaves what it has', () => {
    const filled = run([read, fill], {
      body: '{"mobile":"2"}',
      header: { name: '张三', mobile: '1', post: '', x: 'y' },
    });
    expect(jsonIn(filled, 'filled')).toBe('{"mobile":"2","name":"张三"}');
    expect(filled.trace.steps[1]?.outputs[0]?.sensitivity).toBe('personal');
    expect(filled.slots.get('header')).toMatchObject({ fields: [{ name: 'x' }] });
  });

  it('lets a field that was entered by hand go before the body', () => {
    const filled = run([read, fill], {
      body: '{"name":"张三","n":1.10,"mobile":"2"}',
      header: { name: '王五', mobile: '1' },
      locked: { name: '王五' },
    });
    expect(jsonIn(filled, 'filled')).toBe('{"name":"王五","n":1.10,"mobile":"2"}');
  });

  it('takes a member that is empty for the wish that it be empty', () => {
    const header = { name: '张三' };
    expect(jsonIn(run([read, fill], { body: '{"name":""}', header }), 'filled')).toBe('{"name":""}');
  });

  it('leaves a body that lacks nothing as it is, numbers as they were written', () => {
    const body = '{"name":"张","post":1.10}';
    expect(jsonIn(run([read, fill], { body, header: { name: 'other' } }), 'filled')).toBe(body);
  });
});

describe('envelope.write', () => {
  const write: Step = {
    kind: 'envelope.write',
    options: {
      header: 'header',
      body: 'body',
      to: 'message',
      headerAt: '',
      bodyAt: '',
      names: 'asIs',
      numbers: ['code'],
    },
  };

  it.each([
    ['200', '200'],
    ['-1', '-1'],
    ['000', '"000"'],
    ['1.5', '"1.5"'],
    ['E5', '"E5"'],
  ])('writes the code %s as %s', (code, written) => {
    const { slots } = run([read, write], { body: '{}', header: { code, other: '1' } });
    expect(slots.get('message')).toEqual({ type: 'text', text: `{"code":${written},"other":"1"}` });
  });
});

describe('a body that is in clear on failure', () => {
  const status = { statusField: 'code', encryptedWhen: '200' };
  const write: Step = {
    kind: 'json.write',
    options: { from: 'body', to: 'plaintext', select: 'data', style: 'compact', clearTo: 'sent', ...status },
  };
  const take: Step = {
    kind: 'body.take',
    options: {
      from: 'body',
      to: 'ciphertext',
      clearTo: 'clear',
      select: 'data',
      encoding: 'base64',
      blockBytes: 16,
      ...status,
    },
  };

  it('is written to be encrypted on success, and goes out as it is otherwise', () => {
    const body = '{"data":{"a":1}}';
    const success = run([read, write], { body, header: { code: '200' } });
    expect(success.slots.get('plaintext')).toMatchObject({ parts: [{ name: 'data', content: '{"a":1}' }] });
    expect(jsonIn(success, 'sent')).toBeUndefined();
    const failure = run([read, write], { body: '{}', header: { code: '500' } });
    expect(jsonIn(failure, 'sent')).toBe('{}');
    expect(failure.slots.has('plaintext')).toBe(false);
  });

  it.each(['{"data":"没有权限"}', '{"data":"unauthorized"}', '{"data":""}', '{"data":null}', '{}'])(
    'is read in clear on failure, and refused on success: %s',
    (body) => {
      expect(jsonIn(run([read, take], { body, header: { code: '500' } }), 'clear')).toBe(body);
      const success = run([read, take], { body, header: { code: '200' } });
      expect(jsonIn(success, 'clear')).toBeUndefined();
    },
  );

  const whole = (bodyMayBeMissing: boolean): readonly Step[] => [
    {
      kind: 'envelope.read',
      options: {
        from: 'composed',
        header: 'header',
        body: 'body',
        headerAt: '',
        bodyAt: 'data',
        names: 'asIs',
        bodyMayBeMissing,
      },
    },
    { ...take, options: { ...take.options, select: 'body' } },
  ];

  it.each([
    ['null', '{}'],
    ['""', '{}'],
    ['{"a":1}', '{"a":1}'],
    ['"没有权限"', '"没有权限"'],
  ])('is read where the whole is %s on failure, and refused on success', (data, clear) => {
    for (const mayBeMissing of [true, false]) {
      const failure = run(whole(mayBeMissing), { body: `{"code":"500","data":${data}}`, header: {} });
      expect(jsonIn(failure, 'clear')).toBe(clear);
      const success = run(whole(mayBeMissing), { body: `{"code":"200","data":${data}}`, header: {} });
      expect(jsonIn(success, 'clear')).toBeUndefined();
    }
  });

  it('is refused on success whatever type the data has that is no text', () => {
    const { trace } = run([read, take], { body: '{"data":{"a":1}}', header: { code: '200' } });
    expect(trace.findings.map(({ code }) => code)).toEqual(['body.notEncrypted']);
    const { trace: without } = run([read, take], { body: '{}', header: { code: '200' } });
    expect(without.findings.map(({ code }) => code)).toEqual(['body.noData']);
  });

  it('takes whole blocks for ciphertext on failure too', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5 }), (blocks) => {
        const data = encodeText(randomBytes(blocks * 16), 'base64');
        const { slots } = run([read, take], { body: JSON.stringify({ data }), header: { code: '500' } });
        expect(slots.get('ciphertext')).toMatchObject({ parts: [{ content: data }] });
      }),
    );
  });
});
