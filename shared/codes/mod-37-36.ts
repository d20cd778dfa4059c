const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/**
 * The check character of ISO/IEC 7064 MOD 37,36 for digits and capital letters, as GB/T 36904 takes it for identifiers of
 * electronic licences. Undefined where another character stands in the text.
 */
export function checkCharacter(text: string): string | undefined {
  let product = 36;
  for (const character of text) {
    const value = alphabet.indexOf(character);
    if (value === -1) return undefined;
    const sum = (product + value) % 36 || 36;
    product = (sum * 2) % 37;
  }
  return alphabet[(37 - product) % 36];
}
