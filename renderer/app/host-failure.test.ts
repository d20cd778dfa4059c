import { TRPCClientError } from '@trpc/client';
import { expect, it } from 'vitest';
import { failureFrom, isAbandoned } from './host-failure.ts';

const hufu = {
  code: 'sm4.keyLength',
  text: { zh: '密钥应为 16 字节', en: 'The key must have 16 bytes' },
  field: 'sm4Key',
};

it('hands on the two sentences of a refusal', () => {
  const error = TRPCClientError.from({ error: { message: 'no', code: -32600, data: { hufu } } });
  expect(failureFrom(error)).toEqual(hufu);
});

it('tells a host that is gone from one that failed', () => {
  expect(failureFrom(TRPCClientError.from(new TypeError('Failed to fetch'))).code).toBe('host.unreachable');
  const failed = TRPCClientError.from({ error: { message: 'at line 3 of …', code: -32603, data: {} } });
  expect(failureFrom(failed).code).toBe('host.defect');
  expect(JSON.stringify(failureFrom(failed))).not.toContain('line 3');
});

it('knows a call that was given up', () => {
  const abort = new DOMException('gone', 'AbortError');
  expect(isAbandoned(TRPCClientError.from(abort))).toBe(true);
  expect(isAbandoned(TRPCClientError.from(new TypeError('Failed to fetch')))).toBe(false);
});
