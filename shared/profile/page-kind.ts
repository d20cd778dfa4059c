import { holds } from './condition.ts';
import type { ConventionValues } from './conventions.ts';
import type { Profile } from './profile.ts';

/**
 * What an interface answers in place of a message: a page for people to look at, or a file; undefined for one that answers
 * messages. `facts` as `factsOfCall` gives them.
 */
export function pageKind({ steps }: Pick<Profile, 'steps'>, facts: ConventionValues): 'page' | 'file' | undefined {
  const reading = steps.response.inward.find(({ kind, when }) => kind === 'page.read' && holds(when, facts));
  return reading && (reading.options['as'] === 'base64' ? 'file' : 'page');
}
