/** Something a person can put right, said in both languages; shown without a stack. */
export class Refusal extends Error {
  /**
   * @param {object} options
   * @param {string} options.zh
   * @param {string} options.en
   * @param {number} [options.exitCode] 2 for wrong use, 1 for everything else.
   */
  constructor({ zh, en, exitCode = 1 }) {
    super(`${zh}\n${en}`);
    this.exitCode = exitCode;
  }
}
