import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Another folder of the same form can be judged with `HUFU_VECTORS=DIR npm run test:vectors`. */
const folder = process.env['HUFU_VECTORS'] ?? join(import.meta.dirname, 'data');

export function readVectors<File>(name: string): File {
  return JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as File;
}
