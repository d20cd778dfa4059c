import type { Workspace } from '../../../../shared/model/workspace.ts';
import { useBilingual } from '../../../i18n/use-bilingual.ts';
import { Choice } from '../../../ui/choice.tsx';
import { useTranslation } from 'react-i18next';
import { foldersOf } from '../workspace-requests.ts';

interface FolderChoiceProps {
  readonly workspace: Workspace;
  readonly value: string;
  readonly onChange: (path: string) => void;
  /** A folder that is moved cannot go into itself. */
  readonly without?: string;
}

/** One of the workspace's folders. */
export function FolderChoice({ workspace, value, onChange, without }: FolderChoiceProps) {
  const { t } = useTranslation();
  const say = useBilingual();
  const options = foldersOf(workspace)
    .filter(({ path }) => without === undefined || (path !== without && !path.startsWith(`${without}/`)))
    .map(({ path, title }) => {
      const depth = path === '' ? 0 : path.split('/').length;
      return { value: path, label: path === '' ? say(workspace.title) : `${'　'.repeat(depth)}${say(title)}` };
    });
  return (
    <Choice label={t('workspace.folder')} testId="folder-choice" value={value} options={options} onChange={onChange} />
  );
}
