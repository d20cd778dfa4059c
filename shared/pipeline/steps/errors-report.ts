import { z } from 'zod';
import type { Finding } from '../../finding.ts';
import { atPointer } from '../../json/json-pointer.ts';
import { memberOf, scalarText } from '../../json/json-node.ts';
import { slotName } from '../option-schemas.ts';
import { stepKind } from '../step-kind.ts';

/**
 * Makes findings of the errors that an answer lists, in the other side's own words. A single error in place of a list, and
 * a sentence in place of an error, are taken too.
 */
export const errorsReport = stepKind({
  kind: 'errors.report',
  options: z.strictObject({
    body: slotName,
    /** Pointer to the list, and the members of one error. */
    at: z.string(),
    code: z.string(),
    message: z.string(),
  }),
  reads: ({ body }) => [body],
  writes: () => [],
  run: ({ body, at, code, message }, { read, clause }) => {
    const list = atPointer(read(body, 'json').root(), at);
    const items = list?.type === 'array' ? list.items : list ? [list] : [];
    const findings = items.flatMap((item): readonly Finding[] => {
      const words = scalarText(item.type === 'string' ? item : memberOf(item, message)) ?? '';
      const named = scalarText(memberOf(item, code)) ?? '';
      if (words === '' && named === '') return [];
      const finding: Finding = {
        code: 'answer.error',
        severity: 'error',
        field: 'body',
        ...(clause !== undefined && { clause }),
        message: {
          zh: `对方：${[named, words].filter(Boolean).join(' ')}`,
          en: `The other side: ${[named, words].filter(Boolean).join(' ')}`,
        },
      };
      return [finding];
    });
    return { outputs: {}, findings };
  },
});
