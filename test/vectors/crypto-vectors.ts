import { judgeDigest, judgeMac, judgeTextDigest } from './judge-digest.ts';
import { judgeSm2Decrypt, judgeSm2Encrypt } from './judge-sm2-encrypt.ts';
import { judgeSm2Sign, judgeSm2Verify } from './judge-sm2-sign.ts';
import { judgeSm4, judgeSm4Aead } from './judge-sm4.ts';
import { attempt } from './judgement.ts';
import type { EngineUnderTest, Judge, VectorFile } from './vector-file.ts';
import type { VectorResult } from './vector-result.ts';

/** The files of vectors that concern an engine alone. */
export const cryptoVectorFiles = ['sm3', 'hmac-sm3', 'sm4', 'sm2-sign', 'sm2-encrypt'] as const;

const judges: Readonly<Record<string, Judge>> = {
  DigestTest: judgeDigest,
  DigestPatternTest: judgeDigest,
  TextDigestTest: judgeTextDigest,
  MacTest: judgeMac,
  SM4Test: judgeSm4,
  SM4AeadTest: judgeSm4Aead,
  SM2VerifyTest: judgeSm2Verify,
  SM2SignTest: judgeSm2Sign,
  SM2DecryptTest: judgeSm2Decrypt,
  SM2EncryptTest: judgeSm2Encrypt,
};

/** Judges every test of a file. Pure but for what the engine does; `why` holds no value of a test, as some are keys. */
export function runCryptoVectors(engine: EngineUnderTest, file: string, vectors: VectorFile): VectorResult[] {
  return vectors.testGroups.flatMap((group) =>
    group.tests.map((test) => {
      const outcome = attempt(() => {
        const judge = judges[group.type];
        return judge === undefined ? `no judge for ${group.type}` : (judge(engine, group, test) ?? '');
      });
      const { tcId } = test;
      const why = 'value' in outcome ? outcome.value : 'broken' in outcome ? outcome.broken : outcome.refused;
      return why === '' ? { file, tcId, passed: true } : { file, tcId, passed: false, why };
    }),
  );
}
