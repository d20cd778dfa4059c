/**
 * Says something to a person in both languages. On standard error: standard output belongs to results.
 *
 * @param {string} chinese
 * @param {string} english
 */
export function say(chinese, english) {
  process.stderr.write(`${chinese}\n${english}\n`);
}
