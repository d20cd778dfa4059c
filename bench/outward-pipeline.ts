import { createCipheriv, createHash } from 'node:crypto';
import { nodeInputs } from '../host/calls/node-inputs.ts';
import { createNodeEngine } from '../host/crypto/node-engine.ts';
import { noFields, writeRequest } from '../shared/pipeline/messages.ts';
import { resolveConventions } from '../shared/profile/conventions.ts';
import { ldt6008 } from '../shared/providers/ldt6008/profile.ts';
import { compareMedians, type Row } from './compare-medians.ts';

/**
 * The whole outward pipeline of a 100 KB body, from composed text to the message, trace included, beside the bare work
 * that it contains: one JSON.stringify, SM4-ECB, SM3 of the string to sign and Base64, all by `node:crypto`.
 */
export function benchOutwardPipeline(): readonly Row[] {
  const body = sampleBody(100 * 1024);
  const key = Buffer.from('1234567890123456');
  const conventions = resolveConventions(ldt6008, {});
  const inputs = nodeInputs({
    engine: createNodeEngine(),
    keys: { sm4Key: '1234567890123456' },
    fields: { ...noFields, environment: { appCode: 'B100000KJGK' }, interface: { serviceCode: 'S110000Y70PBtch' } },
    clock: Date.UTC(2026, 10, 22),
    nonce: 'dbea7d58e3014126897614c8',
    serial: '1',
  });
  const value: unknown = JSON.parse(body);
  const run = () => writeRequest({ profile: ldt6008, conventions, body, inputs });
  const string = run().slots.get('stringToSign');
  if (string?.type !== 'text') throw new Error('The pipeline gave no string to sign');

  const bare = () => {
    const cipher = createCipheriv('sm4-ecb', key, null);
    const plaintext = Buffer.from(JSON.stringify(value), 'utf8');
    const ciphertext = Buffer.concat([cipher.update(plaintext), cipher.final()]).toString('base64');
    return ciphertext + createHash('sm3').update(string.text).digest('hex');
  };
  return [
    compareMedians({
      name: 'outward pipeline, 100 KB body',
      own: run,
      peer: bare,
      peerName: 'bare node:crypto work',
      atMost: 1.5,
    }),
  ];
}

function sampleBody(bytes: number): string {
  const record = { aac003: '张三', aac002: '11010519491231002X', aae100: '1', note: '示例' };
  const list: (typeof record)[] = [];
  while (Buffer.byteLength(JSON.stringify({ totalCount: list.length, list })) < bytes - 120) list.push(record);
  return JSON.stringify({ totalCount: list.length, list });
}
