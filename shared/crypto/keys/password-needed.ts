import type { HufuError } from '../../hufu-error.ts';
import { keyError } from './key-error.ts';
import { keyFormName } from './key-form.ts';
import type { PrivateKeyForm } from './key-form.ts';

/** `key.passwordNeeded`, which names the form. */
export function passwordNeeded(form: PrivateKeyForm): HufuError {
  const name = keyFormName(form);
  return keyError('key.passwordNeeded', {
    zh: `${name.zh}：有密码保护，需要密码才能读取。`,
    en: `This needs its password to be read: ${name.en}.`,
  });
}
