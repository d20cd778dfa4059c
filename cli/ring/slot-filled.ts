import { HufuError } from '../../shared/hufu-error.ts';

/** Names the command that puts a new key in the place of another where a slot turns out to be filled. */
export async function namingRotate<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof HufuError) || error.code !== 'key.slotFilled') throw error;
    const { zh, en } = error.detail.text;
    throw new HufuError({
      ...error.detail,
      text: {
        zh: `${zh}命令是 hufu keys rotate，选项相同。`,
        en: `${en} The command is hufu keys rotate, with the same options.`,
      },
    });
  }
}
