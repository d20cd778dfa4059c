import type {
  AskPlatformTrial,
  CheckedPlatform,
  OpenPlatform,
  OwnPlatformList,
  PlatformDraft,
  PlatformText,
  PlatformTrial,
  SavePlatform,
  StepVocabulary,
} from '../../shared/model/own-platform.ts';

/** The workspace's own platforms, for a screen. Errors as `PlatformStore`. */
export interface PlatformService {
  list(): OwnPlatformList;
  open(id: string): OpenPlatform;
  /** The closed vocabulary that steps are written in. */
  stepKinds(): readonly StepVocabulary[];
  /** What is wrong with a draft; nothing is written. */
  check(draft: PlatformDraft): CheckedPlatform;
  checkText(text: PlatformText): CheckedPlatform;
  /** Sends a sample to the simulator that the draft describes, or reads a message with it. */
  try(trial: AskPlatformTrial): PlatformTrial;
  save(platform: SavePlatform): Promise<OpenPlatform>;
  saveText(platform: PlatformText): Promise<OpenPlatform>;
  remove(id: string): Promise<void>;
}
