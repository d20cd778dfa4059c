import type { StatusTable } from '../../profile/profile.ts';

/** Assumed like the code of success. */
export const failureCode = '500';

/** Success and failure alone: annex A has the table and was not to be had. A user's own table can take its place. */
export const statuses = {
  field: 'code',
  success: '200',
  words: ['message'],
  clause: '附录 A（未取得）',
  codes: [
    {
      code: '200',
      meaning: { zh: '成功（假定）', en: 'success (assumed)' },
      advice: {
        zh: '标准附录 A 的代码表未取得，200 是假定。',
        en: 'The table of annex A is not at hand; 200 is assumed.',
      },
    },
    {
      code: failureCode,
      meaning: { zh: '失败（假定）', en: 'failure (assumed)' },
      advice: {
        zh: '看 message。附录 A 的代码表未取得；请向平台要代码表。',
        en: 'Read the message. The table of annex A is not at hand; ask the platform for it.',
      },
    },
  ],
} as const satisfies StatusTable;
