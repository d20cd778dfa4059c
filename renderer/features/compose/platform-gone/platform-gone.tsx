import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Bilingual } from '../../../../shared/bilingual.ts';
import type { Call } from '../../../../shared/model/call.ts';
import type { OwnPlatformList } from '../../../../shared/model/own-platform.ts';
import type { Workspace } from '../../../../shared/model/workspace.ts';
import type { Profile } from '../../../../shared/profile/profile.ts';
import { useOwnPlatforms } from '../../../app/queries.ts';
import { showScreen } from '../../../app/screen-store.ts';
import { useBilingual } from '../../../i18n/use-bilingual.ts';
import { Choice } from '../../../ui/choice.tsx';
import { FailureNotice } from '../../../ui/failure-notice.tsx';
import { platformsScreen } from '../../platforms/platforms-store.ts';
import { CodeText } from '../../trace/code-text.tsx';
import { replacePlatform } from '../call-changes.ts';
import { ConflictNotice } from '../conflict/conflict-notice.tsx';
import { readableCall } from '../conflict/readable-call.ts';
import { SaveButtons } from '../save-buttons.tsx';
import { useChangePlatform } from '../use-change-platform.ts';
import './platform-gone.css';

interface PlatformGoneProps {
  readonly requestId: string;
  readonly call: Call;
  readonly platforms: readonly Profile[];
  readonly workspace: Workspace;
  readonly onSave: () => void;
}

/** A request whose platform is not there, or cannot be used: all that it holds, why, and the ways on. */
export function PlatformGone({ requestId, call, platforms, workspace, onSave }: PlatformGoneProps) {
  const { t } = useTranslation();
  const say = useBilingual();
  const { data: own } = useOwnPlatforms();
  const changePlatform = useChangePlatform();
  const { environments } = workspace;
  const id = call.platform;
  const reason = own && reasonOf(id, own);

  return (
    <main className="work" data-testid="platform-gone">
      <div className="toolbar" role="toolbar" aria-label={t('toolbar.label')}>
        <Choice
          label={t('toolbar.platform')}
          testId="platform"
          value={id}
          options={[
            { value: id, label: t('platformGone.absent', { id }) },
            ...platforms.map((one) => ({ value: one.id, label: say(one.title) })),
          ]}
          onChange={(chosen) => {
            const profile = platforms.find((one) => one.id === chosen);
            if (profile) changePlatform(profile, (old) => replacePlatform(old, { profile, environments }));
          }}
        />
        <span className="platform-gone-rest" />
        <SaveButtons onSave={onSave} />
      </div>
      <ConflictNotice requestId={requestId} />
      <div className="platform-gone">
        {reason && (
          <FailureNotice
            title={t('platformGone.title', { id })}
            failure={{ code: 'platform.gone', text: reason.text }}
            action={
              reason.isFile && (
                <Button
                  size="small"
                  data-testid="platform-gone-open"
                  onClick={() => {
                    platformsScreen.choose(id);
                    showScreen('platforms');
                  }}
                >
                  {t('platformGone.open')}
                </Button>
              )
            }
          />
        )}
        <p>{t('platformGone.hint')}</p>
        <CodeText text={readableCall(call)} label={t('platformGone.content')} />
      </div>
    </main>
  );
}

interface Reason {
  readonly text: Bilingual;
  /** Whether there is a file to mend. */
  readonly isFile: boolean;
}

function reasonOf(id: string, { files }: OwnPlatformList): Reason {
  const file = files.find((one) => one.id === id);
  const first = file?.problems.find(({ severity }) => severity === 'error');
  if (!file || !first) {
    return {
      isFile: file !== undefined,
      text: {
        zh: `没有名为“${id}”的平台：它的文件 providers/${id}.yaml 被移除、改名，或还没有取回来。文件回来后，这里会自己变回请求。`,
        en: `There is no platform named "${id}": its file providers/${id}.yaml was removed, renamed or not fetched yet. Once the file is back, the request is too.`,
      },
    };
  }
  const { line = 1 } = first.position ?? {};
  return {
    isFile: true,
    text: {
      zh: `它的文件 ${file.path} 有错，暂不能用。第 ${line} 行：${first.text.zh}`,
      en: `Its file ${file.path} has mistakes and cannot be used. Line ${line}: ${first.text.en}`,
    },
  };
}
