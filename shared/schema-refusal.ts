import type { z } from 'zod';
import type { Bilingual } from './bilingual.ts';
import { schemaWords } from './schema-words.ts';

/** One thing that a schema refuses, and where. */
export interface SchemaRefusal {
  readonly path: readonly (string | number)[];
  readonly text: Bilingual;
}

export type SchemaReading<Value> =
  | { readonly value: Value; readonly refusals: readonly [] }
  | { readonly value?: never; readonly refusals: readonly SchemaRefusal[] };

/** Reads data by a schema; what it refuses is said in both languages. */
export function readBySchema<Value>(schema: z.ZodType<Value>, data: unknown): SchemaReading<Value> {
  const read = schema.safeParse(data, { error: (issue) => schemaWords(issue).zh });
  if (read.success) return { value: read.data, refusals: [] };
  const words = flat(schema.safeParse(data, { error: (issue) => schemaWords(issue).en }).error?.issues ?? []);
  return {
    refusals: flat(read.error.issues).map(({ path, message }, index) => ({
      path,
      text: { zh: message, en: words[index]?.message ?? message },
    })),
  };
}

interface FlatIssue {
  readonly path: SchemaRefusal['path'];
  readonly message: string;
}

/** Of alternatives, the one that came furthest says best what is wrong. */
function flat(issues: readonly z.core.$ZodIssue[], base: SchemaRefusal['path'] = []): readonly FlatIssue[] {
  return issues.flatMap((issue) => {
    const path = [...base, ...issue.path.map((name) => (typeof name === 'symbol' ? String(name) : name))];
    if (issue.code !== 'invalid_union') return [{ path, message: issue.message }];
    const furthest = issue.errors
      .map((alternative) => flat(alternative, path))
      .filter((found) => found.some((one) => one.path.length > path.length))
      .toSorted((one, other) => one.length - other.length)[0];
    return furthest ?? [{ path, message: issue.message }];
  });
}
