import type { HufuErrorDetail } from '../../../../shared/hufu-error.ts';

/** The body was edited while something was on its way into it. */
export const placeGone: HufuErrorDetail = {
  code: 'body.placeGone',
  text: {
    zh: '要放入的成员已不在报文体里，报文体没有改动；请再选一次位置。',
    en: 'The member that this was meant for is no longer in the body, and nothing was changed. Choose the place again.',
  },
};

/** A file was dropped where it could replace any of several strings. */
export const dropMissed: HufuErrorDetail = {
  code: 'body.dropMissed',
  text: {
    zh: '看不出文件要放进哪个成员，报文体没有改动；请放到要装它的字符串上，或用“附加文件”。',
    en: 'It is not plain which member the file is for, and nothing was changed. Drop it on the string that is to hold it, or use "Attach".',
  },
};
