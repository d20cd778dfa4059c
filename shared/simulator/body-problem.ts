import type { Bilingual } from '../bilingual.ts';
import type { JsonNode } from '../json/json-node.ts';
import { writeJson } from '../json/write-json.ts';
import type { Interface } from '../profile/profile.ts';
import { readableSchema } from '../json-schema.ts';
import { readBySchema } from '../schema-refusal.ts';
import { missingMember } from './missing-member.ts';

/** Why a body is not what its interface asks for; undefined when it is. No value of the body is in it. */
export function bodyProblem(
  { requestSchema }: Pick<Interface, 'requestSchema'>,
  body: JsonNode | undefined,
): Bilingual | undefined {
  const missing = missingMember(requestSchema, body);
  if (missing !== undefined) return { zh: `缺少必填的 ${missing}`, en: `${missing} is required and missing` };
  if (!body) return undefined;
  const data: unknown = JSON.parse(writeJson(body, 'compact'));
  const [refusal] = readBySchema(readableSchema(requestSchema), data).refusals;
  if (!refusal) return undefined;
  const place = refusal.path.join('.');
  return {
    zh: `报文体不符合接口的定义：${place} ${refusal.text.zh}`,
    en: `the body is not what the interface defines: ${place} ${refusal.text.en}`,
  };
}
