import type { KeyPlace } from '../../host/keys/key-service.ts';
import { usage } from '../usage-error.ts';

export interface PlaceOptions {
  readonly environment?: string;
  readonly slot?: string;
}

/** Where a key goes; undefined when neither option is given: into the ring only. */
export function readPlace({ environment, slot }: PlaceOptions): KeyPlace | undefined {
  if (environment === undefined && slot === undefined) return undefined;
  if (environment !== undefined && slot !== undefined) return { environment, slot };
  const missing = environment === undefined ? '--environment' : '--slot';
  throw usage('key.place', missing, [
    `--environment 和 --slot 要一起给；缺 ${missing}。`,
    `--environment and --slot belong together; ${missing} is missing.`,
  ]);
}

/** For commands that need a slot. */
export function requirePlace(options: PlaceOptions): KeyPlace {
  const place = readPlace(options);
  if (place) return place;
  throw usage('key.place', '--environment', [
    '请用 --environment 和 --slot 指出密钥槽。',
    'Name the slot with --environment and --slot.',
  ]);
}
