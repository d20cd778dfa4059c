import type { HufuErrorDetail } from '../../../../shared/hufu-error.ts';

/** The body was edited while something was on its way into it. */
export const placeGone: HufuErrorDetail = {
  code: 'body.placeGone',
  text: {
    zh: '要放入的成员已不在报文体里，报文体没有改动；请再选一次位置。',
    en: 'The member that this was meant for is no longer in the body, and nothing was changed. Choose the place again.',
  },
};
