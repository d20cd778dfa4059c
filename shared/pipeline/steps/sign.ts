import { z } from 'zod';
import { bytesFromUtf8 } from '../../crypto/encodings/utf8.ts';
import { decodeText } from '../../crypto/encodings/text-encoding.ts';
import type { Finding } from '../../finding.ts';
import { HufuError } from '../../hufu-error.ts';
import { readSm2PrivateKey, readSm2PublicKey } from '../key-text.ts';
import { slotName, textEncoding } from '../option-schemas.ts';
import { stepKind, type StepContext } from '../step-kind.ts';

const secretOptions = z.strictObject({
  from: slotName,
  to: slotName,
  key: z.string(),
  placement: z.enum(['&key=', 'suffix', 'prefix']),
});

/** Adds a shared secret to the string to sign. What comes out is secret itself and is not recorded. */
export const signSecret = stepKind({
  kind: 'sign.secret',
  options: secretOptions,
  reads: ({ from }) => [from],
  writes: ({ to }) => [to],
  run: ({ from, to, key, placement }, context) => {
    const { text } = context.read(from, 'text');
    const secret = context.key(key);
    const joined =
      placement === 'prefix' ? secret + text : placement === 'suffix' ? text + secret : `${text}&key=${secret}`;
    return { outputs: { [to]: { value: { type: 'text', text: joined }, sensitivity: 'secret' } } };
  },
});

const digestOptions = z.strictObject({ from: slotName, to: slotName, algorithm: z.enum(['SM3', 'MD5', 'SHA-256']) });

export const digest = stepKind({
  kind: 'digest',
  seals: true,
  options: digestOptions,
  reads: ({ from }) => [from],
  writes: ({ to }) => [to],
  run: ({ from, to, algorithm }, { read, engine }) => {
    const { bytes } = read(from, 'bytes');
    const hashed =
      algorithm === 'SM3' ? engine.sm3(bytes) : algorithm === 'MD5' ? engine.md5(bytes) : engine.sha256(bytes);
    return { outputs: { [to]: { value: { type: 'bytes', bytes: hashed }, sensitivity: 'public' } } };
  },
});

/** HMAC-SM3 with the UTF-8 bytes of a secret. */
export const hmacSm3 = stepKind({
  kind: 'hmac.sm3',
  seals: true,
  options: z.strictObject({ from: slotName, to: slotName, key: z.string() }),
  reads: ({ from }) => [from],
  writes: ({ to }) => [to],
  run: ({ from, to, key }, context) => {
    const tag = context.engine.hmacSm3(bytesFromUtf8(context.key(key)), context.read(from, 'bytes').bytes);
    return { outputs: { [to]: { value: { type: 'bytes', bytes: tag }, sensitivity: 'public' } } };
  },
});

const signatureForm = z.enum(['r||s', 'der']);

/** SM2 with SM3 (GB/T 32918.2). The user identifier's UTF-8 bytes enter Z. */
export const sm2Sign = stepKind({
  kind: 'sm2.sign',
  seals: true,
  options: z.strictObject({ from: slotName, to: slotName, key: z.string(), form: signatureForm, userId: z.string() }),
  reads: ({ from }) => [from],
  writes: ({ to }) => [to],
  run: ({ from, to, key, form, userId }, context) => {
    const { engine } = context;
    const privateKey = readSm2PrivateKey(context.key(key), { slot: key, engine });
    const signature = engine.sm2Sign(privateKey, context.read(from, 'bytes').bytes, {
      form,
      userId: bytesFromUtf8(userId),
    });
    return { outputs: { [to]: { value: { type: 'bytes', bytes: signature }, sensitivity: 'public' } } };
  },
});

export const sm2Verify = stepKind({
  kind: 'sm2.verify',
  options: z.strictObject({
    from: slotName,
    header: slotName,
    field: z.string(),
    to: slotName,
    key: z.string(),
    form: signatureForm,
    userId: z.string(),
    encoding: textEncoding,
  }),
  reads: ({ from, header }) => [from, header],
  writes: ({ to }) => [to],
  run: ({ from, header, field, to, key, form, userId, encoding }, context) => {
    const { engine, clause } = context;
    const found = receivedSignature(header, { field, context });
    const publicKey = readSm2PublicKey(context.key(key), { slot: key, engine });
    const signature = decodeText(found, encoding);
    const right = engine.sm2Verify(publicKey, context.read(from, 'bytes').bytes, signature, {
      form,
      userId: bytesFromUtf8(userId),
    });
    return {
      outputs: { [to]: { value: { type: 'text', text: found }, sensitivity: 'public' } },
      verdict: right ? 'passed' : 'failed',
      findings: right ? [] : [sm2Mismatch({ field, clause })],
    };
  },
});

/** Compares the signature computed here with the one received. */
export const compareSignature = stepKind({
  kind: 'compare',
  options: z.strictObject({ expected: slotName, header: slotName, field: z.string(), to: slotName }),
  reads: ({ expected, header }) => [expected, header],
  writes: ({ to }) => [to],
  run: ({ expected, header, field, to }, context) => {
    const computed = context.read(expected, 'text').text;
    const found = receivedSignature(header, { field, context });
    const right = computed === found;
    return {
      outputs: { [to]: { value: { type: 'text', text: found }, sensitivity: 'public' } },
      verdict: right ? 'passed' : 'failed',
      findings: right ? [] : [digestMismatch({ computed, found, field, clause: context.clause })],
    };
  },
});

function receivedSignature(
  header: string,
  { field, context }: { readonly field: string; readonly context: StepContext },
): string {
  const value = context.read(header, 'fields').fields.findLast(({ name }) => name === field)?.value;
  if (value?.type === 'string' && value.value !== '') return value.value;
  throw new HufuError({
    code: 'signature.missing',
    field,
    text: {
      zh: `报文头里没有签名（${field}），约定要求有。`,
      en: `The header has no signature (${field}) and one is agreed.`,
    },
  });
}

function digestMismatch(facts: {
  computed: string;
  found: string;
  field: string;
  clause: string | undefined;
}): Finding {
  const { computed, found, field, clause } = facts;
  const sameButForCase = computed.toLowerCase() === found.trim().toLowerCase();
  return {
    code: sameButForCase ? 'signature.otherCase' : 'signature.mismatch',
    severity: 'error',
    field,
    ...(clause !== undefined && { clause }),
    message: sameButForCase
      ? {
          zh: '签名的值相同，只是大小写或首尾空白不同；约定 signatureEncoding 与对方不一致。',
          en: 'The signatures are the same but for letter case or blanks around them; convention signatureEncoding differs from the other side.',
        }
      : {
          zh: `签名不一致：按约定算得 ${shortened(computed)}，收到 ${shortened(found)}。比较待签名串、约定和密钥。`,
          en: `The signatures differ: computed ${shortened(computed)}, received ${shortened(found)}. Compare string to sign, conventions and keys.`,
        },
  };
}

function sm2Mismatch({ field, clause }: { field: string; clause: string | undefined }): Finding {
  return {
    code: 'signature.mismatch',
    severity: 'error',
    field,
    ...(clause !== undefined && { clause }),
    message: {
      zh: 'SM2 验签不通过。比较待签名串、公钥、用户标识（sm2UserId）和签名形式（sm2SignatureForm）。',
      en: 'The SM2 signature does not verify. Compare string to sign, public key, user identifier (sm2UserId) and form (sm2SignatureForm).',
    },
  };
}

function shortened(text: string): string {
  return text.length > 20 ? `${text.slice(0, 8)}…${text.slice(-8)}` : text;
}
