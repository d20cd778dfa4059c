import type { Interface } from '../profile/profile.ts';
import { exampleOf } from './example-of.ts';

/** What an interface answers when nothing but its profile is known: the answer of a sample, else one made from the schema. */
export function sampleAnswer({ samples, responseSchema }: Interface): object {
  const text = samples.find(({ answer }) => answer !== undefined)?.answer;
  const answer: unknown = text === undefined ? exampleOf(responseSchema) : JSON.parse(text);
  return typeof answer === 'object' && answer !== null ? answer : {};
}
