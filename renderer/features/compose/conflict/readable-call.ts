import type { Call } from '../../../../shared/model/call.ts';

/** A call as lines for reading and comparing: a member a line, the body as it is. */
export function readableCall({
  platform,
  interface: name,
  environment,
  url,
  header,
  extraHeader,
  conventions,
  variables,
  body,
}: Call): string {
  const pairs = (title: string, record: Readonly<Record<string, string>>) =>
    Object.entries(record)
      .toSorted(([one], [other]) => one.localeCompare(other))
      .map(([member, value]) => `${title}.${member}: ${value}`);
  return [
    `platform: ${platform}`,
    `interface: ${name}`,
    `environment: ${environment}`,
    ...(url === '' ? [] : [`url: ${url}`]),
    ...pairs('header', header),
    ...extraHeader.map((member) => `header+${member.name}: ${member.value ?? 'null'}`),
    ...pairs('conventions', conventions),
    ...pairs('variables', variables),
    '',
    body,
  ].join('\n');
}
