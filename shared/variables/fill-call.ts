import type { Finding } from '../finding.ts';
import type { Call } from '../model/call.ts';
import { fillText, type UnknownVariable } from './fill-text.ts';

export interface FilledCall {
  readonly call: Call;
  /** One `variable.unknown` for each `{{name}}` without a value. */
  readonly findings: readonly Finding[];
}

/** One map from several, the nearest first: request, folders from the inmost, environment, workspace. */
export function nearestFirst(scopes: readonly Readonly<Record<string, string>>[]): Readonly<Record<string, string>> {
  // A map without prototype: a variable may be named like one of its members.
  return Object.assign(Object.create(null) as Record<string, string>, ...scopes.toReversed()) as Record<string, string>;
}

/** A call with every `{{name}}` of its body, address and header replaced; its own variables are used up by that. */
export function fillCall(call: Call, values: Readonly<Record<string, string>>): FilledCall {
  const findings: Finding[] = [];
  const fill = (text: string, field: string, syntax: 'json' | 'plain' = 'plain'): string => {
    const filled = fillText(text, { values, syntax });
    findings.push(...filled.unknown.map((unknown) => unknownVariable(unknown, field)));
    return filled.text;
  };
  const filled: Call = {
    ...call,
    url: fill(call.url, 'url'),
    header: Object.fromEntries(Object.entries(call.header).map(([name, value]) => [name, fill(value, name)])),
    extraHeader: call.extraHeader.map(({ name, value }) => ({
      name,
      value: value === null ? null : fill(value, name),
    })),
    body: fill(call.body, 'body', 'json'),
    variables: {},
  };
  return { call: filled, findings };
}

/** What is said of a variable without a value, wherever it stands. */
function unknownVariable({ name, position }: UnknownVariable, field: string): Finding {
  return {
    code: 'variable.unknown',
    severity: 'error',
    field,
    ...(field === 'body' && { position }),
    message: {
      zh: `变量 {{${name}}} 没有值；请在请求、文件夹、环境或工作区的变量里给出，或改正名称。`,
      en: `The variable {{${name}}} has no value; give it one in the request, its folders, the environment or the workspace, or correct the name.`,
    },
  };
}
