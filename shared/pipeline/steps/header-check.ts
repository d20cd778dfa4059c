import { z } from 'zod';
import type { Finding } from '../../finding.ts';
import { scalarText } from '../../json/json-node.ts';
import { checkHeader } from '../../profile/check-header.ts';
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
      for (const { name } of profile.header.filter((field) => field.presence.request && field.presence.response)) {
        const finding = checkEcho({ name, request, response: members, clause });
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

function checkEcho(facts: {
  name: string;
  request: readonly Field[];
  response: readonly Field[];
  clause: string | undefined;
}): Finding | undefined {
  const { name, request, response, clause } = facts;
  const sent = valueOf(request, name);
  const returned = valueOf(response, name);
  if (sent === undefined || returned === undefined || sent === returned) return undefined;
  return {
    code: 'header.echo',
    severity: 'error',
    field: name,
    mark: 'S',
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
