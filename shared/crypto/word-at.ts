/**
 * The word at an index known to be within the array. Under `noUncheckedIndexedAccess` the alternative is a `?? 0` at each
 * read of an inner loop, which hides the arithmetic; engines put this function in place of its call.
 */
export function wordAt(words: Int32Array, index: number): number {
  return words[index] as number;
}
