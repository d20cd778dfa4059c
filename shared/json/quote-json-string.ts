/** A string as JSON, escaping only what must be escaped, exactly as JSON.stringify does. */
export function quoteJsonString(value: string): string {
  return JSON.stringify(value);
}

/** The same with everything outside ASCII as `\uxxxx` in lower case, which some peers' serializers send. */
export function quoteJsonStringEscaped(value: string): string {
  return JSON.stringify(value).replace(
    /[\u0080-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
