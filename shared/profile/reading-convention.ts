import type { Convention, Profile } from './profile.ts';

/** The convention by which a slot's text becomes the bytes of a key; undefined where no step reads it so. */
export function readingConvention({ steps, conventions }: Profile, slot: string): Convention | undefined {
  const all = [steps.request, steps.response].flatMap(({ outward, inward }) => [...outward, ...inward]);
  for (const { options } of all) {
    const { key, reading } = options;
    if (key !== slot || typeof reading !== 'object' || !('convention' in reading)) continue;
    return conventions.find(({ name }) => name === reading.convention);
  }
  return undefined;
}
