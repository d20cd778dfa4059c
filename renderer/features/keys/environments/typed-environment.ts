import type { Environment, SaveEnvironment } from '../../../../shared/model/environment.ts';
import { asRecord, asRows, type VariableRow } from '../../compose/variables/variable-row.ts';
import { transportOf, typedTransport, type TypedTransport } from './transport-fields.tsx';

/** An environment as it is being typed. */
export interface TypedEnvironment {
  readonly title: string;
  readonly platform: string;
  readonly url: string;
  readonly values: Readonly<Record<string, string>>;
  /** Those that differ from the platform's. */
  readonly conventions: Readonly<Record<string, string>>;
  readonly variables: readonly VariableRow[];
  readonly transport: TypedTransport;
  readonly keepsBodies: boolean;
}

/** What the form begins with: an environment that is there, or an empty one of a platform. */
export function typedEnvironment(
  from: Pick<Environment, 'platform'> & Partial<Environment>,
  title: string,
): TypedEnvironment {
  const {
    platform,
    url = '',
    values = {},
    conventions = {},
    variables = {},
    transport = {},
    keepsBodies = true,
  } = from;
  return {
    title,
    platform,
    url,
    values,
    conventions,
    variables: asRows(variables),
    transport: typedTransport(transport),
    keepsBodies,
  };
}

/** What was said of one platform means something else, or nothing, to another: it starts afresh. */
export function ofPlatform(typed: TypedEnvironment, platform: string): TypedEnvironment {
  return platform === typed.platform ? typed : { ...typed, platform, values: {}, conventions: {} };
}

/** What is to be saved: without the spaces around and the values that are empty. */
export function environmentOf({
  title,
  url,
  values,
  variables,
  transport,
  ...others
}: TypedEnvironment): Omit<SaveEnvironment, 'id' | 'base'> {
  return {
    ...others,
    title: title.trim(),
    url: url.trim(),
    values: Object.fromEntries(Object.entries(values).filter(([, value]) => value !== '')),
    variables: asRecord(variables),
    transport: transportOf(transport),
  };
}
