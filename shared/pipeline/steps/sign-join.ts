import { z } from 'zod';
import { scalarText } from '../../json/json-node.ts';
import { HufuError } from '../../hufu-error.ts';
import { placeholder } from '../hide-secrets.ts';
import { slotName } from '../option-schemas.ts';
import { stepKind } from '../step-kind.ts';

/**
 * Header values and a secret one behind the other, without anything in between: `appmark + appword + time`. What comes out
 * is secret itself and is not recorded; beside it stands the same with the secret's name, for those who compare.
 */
export const signJoin = stepKind({
  kind: 'sign.join',
  options: z.strictObject({
    header: slotName,
    /** Fields in front of the secret and behind it. */
    before: z.array(z.string()),
    key: z.string(),
    after: z.array(z.string()),
    to: slotName,
    shown: slotName,
  }),
  reads: ({ header }) => [header],
  writes: ({ to, shown }) => [to, shown],
  run: ({ header, before, key, after, to, shown }, context) => {
    const { fields } = context.read(header, 'fields');
    const valueOf = (name: string): string => {
      const text = scalarText(fields.findLast((field) => field.name === name)?.value);
      if (text === undefined || text === '') throw missing(name);
      return text;
    };
    const around = (secret: string): string => [...before.map(valueOf), secret, ...after.map(valueOf)].join('');
    return {
      outputs: {
        [shown]: { type: 'text', text: around(placeholder(key)) },
        [to]: { value: { type: 'text', text: around(context.key(key)) }, sensitivity: 'secret' },
      },
    };
  },
});

function missing(field: string): HufuError {
  return new HufuError({
    code: 'header.missing',
    field,
    text: { zh: `待签名串需要 ${field}，它没有值。`, en: `The string to sign needs ${field}, which has no value.` },
  });
}
