import { TRPCClientError } from '@trpc/client';
import type { HufuErrorDetail } from '../../shared/hufu-error.ts';

/**
 * Whatever a call of the host was refused with, as sentences a person can act on. A refusal of the host brings its own;
 * for anything else this says what is known without showing the inside of the program.
 */
export function failureFrom(error: unknown): HufuErrorDetail {
  if (!(error instanceof TRPCClientError)) return defect;
  const shape = error.shape as { readonly data?: { readonly hufu?: HufuErrorDetail } } | undefined;
  if (shape?.data?.hufu) return shape.data.hufu;
  return shape === undefined || shape === null ? unreachable : defect;
}

/** True for a call that was given up by the one who made it. */
export function isAbandoned(error: unknown): boolean {
  if (error instanceof TRPCClientError) return isAbandoned(error.cause);
  return error instanceof DOMException && error.name === 'AbortError';
}

const unreachable: HufuErrorDetail = {
  code: 'host.unreachable',
  text: {
    zh: '连不上虎符的后台进程；它可能已经退出。请重新启动虎符，输入的内容都在。',
    en: 'The background process of Hufu cannot be reached; it may have ended. Start Hufu again, what you entered is kept.',
  },
};

const defect: HufuErrorDetail = {
  code: 'host.defect',
  text: {
    zh: '虎符内部出错，这次操作没有完成；输入的内容都在，可以重试。',
    en: 'Hufu failed inside and this was not done; what you entered is kept, try again.',
  },
};
