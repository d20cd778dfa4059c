import type { FoundKey, KeyAlgorithm, KeyDescription } from '../../shared/model/key.ts';
import type { KeySummary, KeyUse } from '../../shared/model/key-ring.ts';
import type { Bilingual } from '../../shared/bilingual.ts';
import { listed } from '../../shared/listed.ts';
import { inLanguage } from '../language.ts';
import { findingDocument, findingLine } from '../output.ts';

const algorithms: Readonly<Record<KeyAlgorithm, Bilingual>> = {
  sm4: { zh: 'SM4 密钥', en: 'SM4 key' },
  aes: { zh: 'AES 密钥', en: 'AES key' },
  text: { zh: '秘密文本', en: 'secret text' },
  sm2Private: { zh: 'SM2 私钥', en: 'SM2 private key' },
  sm2Public: { zh: 'SM2 公钥', en: 'SM2 public key' },
};

const states: Readonly<Record<KeyUse['state'], Bilingual>> = {
  active: { zh: '在用', en: 'in use' },
  former: { zh: '旧版本', en: 'former' },
  retired: { zh: '已停用', en: 'retired' },
};

/** Everything about a key but the key, as `--json` prints it. */
export function keyDocument({ form, certificate, findings, ...key }: KeySummary): object {
  return {
    ...key,
    form: inLanguage(form),
    certificate: certificate ? { ...certificate, keyUsage: certificate.keyUsage.map(inLanguage) } : null,
    createdAt: new Date(key.createdAt).toISOString(),
    lastUsedAt: key.lastUsedAt === undefined ? null : new Date(key.lastUsedAt).toISOString(),
    uses: key.uses.map((use) => ({ ...use, since: new Date(use.since).toISOString() })),
    findings: findings.map(findingDocument),
  };
}

/** One line: id, algorithm, fingerprint, label. */
export function keyLine({ id, label, ...key }: KeySummary): string {
  return [id.slice(0, 8), inLanguage(algorithms[key.algorithm]), key.fingerprint, label].filter(Boolean).join('  ');
}

export function keyLines(key: KeySummary): readonly string[] {
  const day = (milliseconds: number): string => new Date(milliseconds).toISOString();
  const origins = { imported: { zh: '导入', en: 'imported' }, generated: { zh: '生成', en: 'generated' } };
  const rows: readonly (readonly [Bilingual, string | undefined])[] = [
    [{ zh: '编号', en: 'id' }, key.id],
    [{ zh: '名称', en: 'label' }, key.label || undefined],
    ...descriptionRows(key),
    [{ zh: '来源', en: 'origin' }, `${inLanguage(origins[key.origin])} ${day(key.createdAt)}`],
    [{ zh: '上次使用', en: 'last used' }, key.lastUsedAt === undefined ? undefined : day(key.lastUsedAt)],
    ...key.uses.map((use) => [{ zh: '用于', en: 'serves' }, useText(use)] as const),
  ];
  return [...tableLines(rows), ...key.findings.map(findingLine)];
}

/** What was recognised in an input. */
export function foundLines({ index, name, findings, ...found }: FoundKey): readonly string[] {
  return [
    `${index + 1}. ${[inLanguage(found.form), name].filter(Boolean).join(' · ')}`,
    ...tableLines(descriptionRows(found)).map((line) => `   ${line}`),
    ...findings.map((finding) => `   ${findingLine(finding)}`),
  ];
}

export function useText({ environment, slot, state }: KeyUse): string {
  return `${environment} / ${slot} (${inLanguage(states[state])})`;
}

function descriptionRows(key: KeyDescription): readonly (readonly [Bilingual, string | undefined])[] {
  const { certificate } = key;
  return [
    [{ zh: '算法', en: 'algorithm' }, inLanguage(algorithms[key.algorithm])],
    [{ zh: '形式', en: 'form' }, inLanguage(key.form)],
    [{ zh: '指纹', en: 'fingerprint' }, key.fingerprint],
    [{ zh: '读法', en: 'reading' }, key.reading],
    [{ zh: '公钥', en: 'public key' }, key.publicKey],
    [{ zh: '证书主体', en: 'subject' }, certificate?.subject],
    [{ zh: '证书签发者', en: 'issuer' }, certificate?.issuer],
    [{ zh: '有效期', en: 'valid' }, certificate && `${certificate.notBefore} – ${certificate.notAfter}`],
    [
      { zh: '用途', en: 'key usage' },
      certificate && certificate.keyUsage.length > 0
        ? inLanguage({
            zh: listed(
              certificate.keyUsage.map(({ zh }) => zh),
              'zh',
            ),
            en: listed(
              certificate.keyUsage.map(({ en }) => en),
              'en',
            ),
          })
        : undefined,
    ],
  ];
}

function tableLines(rows: readonly (readonly [Bilingual, string | undefined])[]): readonly string[] {
  return rows.flatMap(([name, value]) => (value === undefined ? [] : [`${inLanguage(name)}: ${value}`]));
}
