/** What the values of an option are names of. */
export type Reference = 'keySlot' | 'headerField';

/** By option, or `kind.option` where a step differs. Names that a step looks for and may not find (aliases, HTTP headers), or
 * writes for a later step alone, are not here. */
const references: Readonly<Record<string, Reference>> = {
  key: 'keySlot',
  'header.fill.secrets': 'keySlot',
  'body.fill.fields': 'headerField',
  'envelope.write.numbers': 'headerField',
  'header.check.numbers': 'headerField',
  'sign.join.before': 'headerField',
  'sign.join.after': 'headerField',
};

export function referenceOf(kind: string, option: string): Reference | undefined {
  return references[`${kind}.${option}`] ?? references[option];
}

export const referringOptions: readonly string[] = Object.keys(references);
