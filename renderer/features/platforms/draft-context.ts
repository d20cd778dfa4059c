import { createContext, useContext } from 'react';
import type { DataPath } from '../../../shared/data/data-path.ts';
import { valueAt } from '../../../shared/data/data-path.ts';
import { equalData, type Data, type DataRecord } from '../../../shared/data/data.ts';
import { originalAt } from '../../../shared/own-platform/profile-changes.ts';
import type { ProfileProblem } from '../../../shared/own-platform/profile-problem.ts';

/** What the fields of a platform's form read and change. */
export interface DraftForm {
  readonly id: string;
  readonly whole: DataRecord;
  /** The built-in platform that it is based on. */
  readonly original: Data | undefined;
  readonly isReadOnly: boolean;
  readonly problems: readonly ProfileProblem[];
  readonly change: (path: DataPath, value: Data | undefined) => void;
}

export const DraftContext = createContext<DraftForm | undefined>(undefined);

export function useDraft(): DraftForm {
  const form = useContext(DraftContext);
  if (!form) throw new Error('Fields of a platform stand inside its form.');
  return form;
}

export interface DraftPlace {
  readonly value: Data | undefined;
  readonly set: (value: Data | undefined) => void;
  /** Back to what the built-in platform has; absent where it is the same or there is none. */
  readonly restore: (() => void) | undefined;
  readonly problems: readonly ProfileProblem[];
  readonly isReadOnly: boolean;
}

/** One place of the platform, for a field. `isExact`: only problems of the place itself, not of what is inside. */
export function useDraftPlace(path: DataPath): DraftPlace {
  const { whole, original, problems, change, isReadOnly } = useDraft();
  const value = valueAt(whole, path);
  const before = original === undefined ? undefined : originalAt(original, { whole, path });
  const differs = before !== undefined && !equalData(before, value);
  return {
    value,
    set: (next) => change(path, next),
    restore: differs && !isReadOnly ? () => change(path, before) : undefined,
    problems: problems.filter((problem) => startsWith(problem.path, path)),
    isReadOnly,
  };
}

export function startsWith(path: DataPath, beginning: DataPath): boolean {
  return beginning.every((name, index) => String(path[index]) === String(name));
}
