import type { z } from 'zod';
import type { Finding } from '../finding.ts';
import { pointerTo } from '../json/json-pointer.ts';
import { jsonScalars } from '../json/json-scalars.ts';
import { positionAt } from '../json/position.ts';
import { readableSchema } from '../json-schema.ts';
import { readBySchema } from '../schema-refusal.ts';
import type { Interface } from './profile.ts';

/** A body that is wrong everywhere needs not be told so for each of its thousand items. */
const maximumFindings = 20;

/**
 * Where a composed body is not what its interface asks for: a text that is valid JSON. They are warnings, for the other side may
 * take what the schema does not know of. `known`: pointers of which more is said elsewhere.
 */
export function bodySchemaFindings(
  text: string,
  { requestSchema, clause, mark }: Pick<Interface, 'requestSchema' | 'clause' | 'mark'>,
  known: ReadonlySet<string>,
): readonly Finding[] {
  const schema = schemaOf(requestSchema);
  if (!schema) return [];
  const { refusals } = readBySchema(schema, JSON.parse(text));
  if (refusals.length === 0) return [];
  const scalars = new Map(jsonScalars(text).map((place) => [place.pointer, place]));
  return refusals.slice(0, maximumFindings).flatMap(({ path, text: words }): readonly Finding[] => {
    const pointer = pointerTo(path);
    const place = scalars.get(pointer);
    // A variable that is not known is told as such.
    const isVariable = place !== undefined && text.slice(place.start, place.end).includes('{{');
    if (known.has(pointer) || isVariable) return [];
    const shown = pointer === '' ? { zh: '报文体', en: 'The body' } : { zh: pointer, en: pointer };
    return [
      {
        code: 'body.schema',
        severity: 'warning',
        field: pointer,
        ...(place && { position: positionAt(text, place.start) }),
        ...(clause !== '' && { clause }),
        mark,
        message: { zh: `${shown.zh} ${words.zh}。`, en: `${shown.en} ${words.en}.` },
      },
    ];
  });
}

/** A schema that cannot be followed says nothing here; the check of its platform names it. */
function schemaOf(schema: Interface['requestSchema']): z.ZodType | undefined {
  try {
    return readableSchema(schema);
  } catch {
    return undefined;
  }
}
