import { requirePlace } from '../../ring/key-place.ts';
import { usage } from '../../usage-error.ts';
import { add, type AddOptions } from './add.ts';
import { generate } from './generate.ts';

export interface RotateOptions extends AddOptions {
  readonly generate?: string;
}

/** A newer version of a slot's key, read or made. */
export async function rotate(file: string | undefined, options: RotateOptions): Promise<void> {
  requirePlace(options);
  if (options.generate === undefined) return add(file, options, { rotate: true });
  if (file !== undefined) {
    throw usage('key.twoSources', '--generate', [
      '要么给出密钥文件，要么用 --generate 生成。',
      'Give a key file or --generate and not both.',
    ]);
  }
  return generate(options.generate, options, { rotate: true });
}
