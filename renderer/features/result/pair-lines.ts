/** A string to sign with a line for each pair, for reading; the string itself has no line breaks. */
export function pairLines(text: string): string {
  // Inside a body that was signed along, `&` is no separator.
  return /[\n{]/.test(text) ? text : text.replaceAll('&', '\n&');
}
