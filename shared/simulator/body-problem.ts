import { z } from 'zod';
import { en, zhCN } from 'zod/locales';
import type { Bilingual } from '../bilingual.ts';
import type { JsonNode } from '../json/json-node.ts';
import { writeJson } from '../json/write-json.ts';
import { pathText, problemsOf } from '../own-platform/profile-problem.ts';
import type { Interface } from '../profile/profile.ts';
import { missingMember } from './missing-member.ts';

/** Why a body is not what its interface asks for; undefined when it is. No value of the body is in it. */
export function bodyProblem(
  { requestSchema }: Pick<Interface, 'requestSchema'>,
  body: JsonNode | undefined,
): Bilingual | undefined {
  const missing = missingMember(requestSchema, body);
  if (missing !== undefined) return { zh: `缺少必填的 ${missing}`, en: `${missing} is required and missing` };
  if (!body) return undefined;
  const schema = z.fromJSONSchema(requestSchema);
  const data: unknown = JSON.parse(writeJson(body, 'compact'));
  const zh = schema.safeParse(data, { error: zhCN().localeError });
  if (zh.success) return undefined;
  const other = schema.safeParse(data, { error: en().localeError });
  const [problem] = problemsOf({ zh: zh.error, en: other.error ?? zh.error });
  const place = pathText(problem?.path ?? []);
  return {
    zh: `报文体不符合接口的定义：${place} ${problem?.text.zh ?? ''}`,
    en: `the body is not what the interface defines: ${place} ${problem?.text.en ?? ''}`,
  };
}
