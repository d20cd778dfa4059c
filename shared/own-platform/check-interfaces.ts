import { z } from 'zod';
import type { Interface, Profile } from '../profile/profile.ts';
import { unknown } from './check-names.ts';
import { readBySchema } from '../schema-refusal.ts';
import { pathText, type ProfileProblem } from './profile-problem.ts';

type Path = ProfileProblem['path'];

/** Schemas are JSON Schemas, samples are JSON that they allow, and every part of an address has a field. */
export function checkInterfaces({ interfaces, header }: Profile): readonly ProfileProblem[] {
  const inPath = new Set(header.filter(({ carrier }) => carrier === 'path').map(({ name }) => name));
  return interfaces.flatMap((entry, index) => {
    const place = ['interfaces', index];
    return [
      ...(entry.like === undefined || interfaces.some(({ id }) => id === entry.like)
        ? []
        : [{ severity: 'error' as const, ...unknown([...place, 'like'], ['接口', 'interface', entry.like]) }]),
      ...missingParts(entry, inPath).map((name) =>
        error([...place, 'endpoint', 'path'], {
          zh: `地址里的 {${name}} 没有对应的报文头字段（carrier: path）。`,
          en: `{${name}} in the address has no header field of its own (carrier: path).`,
        }),
      ),
      ...checkSamples(entry, { path: place, schema: 'requestSchema', member: 'body' }),
      ...checkSamples(entry, { path: place, schema: 'responseSchema', member: 'answer' }),
    ];
  });
}

function missingParts({ endpoint }: Interface, known: ReadonlySet<string>): readonly string[] {
  const names = [...(endpoint?.path ?? '').matchAll(/\{([^{}]+)\}/g)].map(([, name]) => name ?? '');
  return names.filter((name) => !known.has(name));
}

interface Checking {
  readonly path: Path;
  readonly schema: 'requestSchema' | 'responseSchema';
  readonly member: 'body' | 'answer';
}

function checkSamples(entry: Interface, { path, schema: name, member }: Checking): readonly ProfileProblem[] {
  let schema: z.ZodType;
  try {
    schema = z.fromJSONSchema(entry[name]);
  } catch (failure) {
    const reason = failure instanceof Error ? failure.message : String(failure);
    return [
      error([...path, name], { zh: `不是可用的 JSON Schema：${reason}`, en: `It is no usable JSON Schema: ${reason}` }),
    ];
  }
  return entry.samples.flatMap((sample, index) => {
    const text = sample[member];
    const place = [...path, 'samples', index, member];
    return text === undefined ? [] : checkSample(text, { schema, place });
  });
}

function checkSample(
  text: string,
  { schema, place }: { readonly schema: z.ZodType; readonly place: Path },
): readonly ProfileProblem[] {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (failure) {
    const reason = failure instanceof Error ? failure.message : String(failure);
    return [error(place, { zh: `不是 JSON：${reason}`, en: `It is no JSON: ${reason}` })];
  }
  return readBySchema(schema, data).refusals.map(({ path, text: words }) =>
    error(place, {
      zh: `不符合 JSON Schema：${pathText(path)} ${words.zh}`,
      en: `It does not fit the JSON Schema: ${pathText(path)} ${words.en}`,
    }),
  );
}

function error(path: Path, text: ProfileProblem['text']): ProfileProblem {
  return { path, severity: 'error', text };
}
