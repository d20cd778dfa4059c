import { z } from 'zod';
import type { Finding } from '../../finding.ts';
import { scalarText } from '../../json/json-node.ts';
import { checkHeader } from '../../profile/check-header.ts';
import type { HeaderField } from '../../profile/profile.ts';
import { slotName } from '../option-schemas.ts';
import { stepKind } from '../step-kind.ts';
import type { Field } from '../value.ts';

/** Checks a received header against the profile, and a response's echoed fields against the request it answers. */
export const headerCheck = stepKind({
  kind: 'header.check',
  options: z.strictObject({
    header: slotName,
    /** Fields that are numbers on the wire, or may be. */
    numbers: z.array(z.string()).optional(),
  }),
  reads: ({ header }) => [header],
  mayRead: () => ['requestHeader'],
  writes: () => [],
  run: ({ header, numbers = [] }, { read, find, profile, message, conventions, clause }) => {
    const members = read(header, 'fields').fields;
    const findings = [...checkHeader({ profile, message, conventions, members, numbers })];
    const request = find('requestHeader', 'fields')?.fields;
    if (request) {
      for (const { name, mark } of profile.header.filter(isEchoed)) {
        const finding = checkEcho({ name, mark, request, response: members, clause });
        if (finding) findings.push(finding);
      }
    }
    return {
      outputs: {},
      findings,
      verdict: findings.some(({ severity }) => severity === 'error') ? 'failed' : 'passed',
    };
  },
});

/** Each side draws its own nonce, signs its own message, and may have a field of one name that is another. */
function isEchoed({ presence, rule, echo = true }: HeaderField): boolean {
  const isOwn = rule.rule === 'nonce' || rule.rule === 'signature';
  return Boolean(presence.request && presence.response) && echo && !isOwn;
}

function checkEcho(facts: {
  name: string;
  mark: HeaderField['mark'];
  request: readonly Field[];
  response: readonly Field[];
  clause: string | undefined;
}): Finding | undefined {
  const { name, mark, request, response, clause } = facts;
  const sent = valueOf(request, name);
  const returned = valueOf(response, name);
  if (sent === undefined || returned === undefined || sent === returned) return undefined;
  return {
    code: 'header.echo',
    severity: 'error',
    field: name,
    mark,
    ...(clause !== undefined && { clause }),
    message: {
      zh: `响应的 ${name} 应原样返回请求的“${sent}”，实际是“${returned}”。`,
      en: `The response's ${name} must be the request's "${sent}" and is "${returned}".`,
    },
  };
}

function valueOf(fields: readonly Field[], name: string): string | undefined {
  return scalarText(fields.findLast((field) => field.name === name)?.value);
}
