import { useState } from 'react';
import { Button, Modal } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { GitCompareArrows } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useHost } from '../../../app/host-context.ts';
import { queryKeys } from '../../../app/queries.ts';
import { useTask } from '../../../app/use-task.ts';
import { useBilingual } from '../../../i18n/use-bilingual.ts';
import { FailureNotice } from '../../../ui/failure-notice.tsx';
import { notices } from '../../../ui/notice-store.ts';
import { TextDiff } from '../../trace/text-diff.tsx';
import { compose, useCompose } from '../compose-store.ts';
import { isConflict } from '../drafts.ts';
import { readableCall } from './readable-call.ts';
import './conflict-notice.css';

/** The file was changed outside while the request was changed here: both stay until the user has decided. */
export function ConflictNotice({ requestId }: { readonly requestId: string }) {
  const { t } = useTranslation();
  const say = useBilingual();
  const host = useHost();
  const queryClient = useQueryClient();
  const origin = useCompose((state) => state.origins[requestId]);
  const call = useCompose((state) => state.calls[requestId]);
  const { failure, run } = useTask();
  const [compared, setCompared] = useState(false);
  if (!origin?.file || !call || !isConflict(origin)) return null;
  const { file } = origin;

  function keepMine(): void {
    if (origin) compose.setOrigin(requestId, { origin: { ...origin, base: file.digest } });
  }

  function takeDisk(): void {
    const [mine, before] = [call, origin];
    if (!mine || !before) return;
    compose.setOrigin(requestId, { origin: { ...before, base: file.digest }, call: file.call });
    notices.show({
      text: t('conflict.tookDisk'),
      action: { label: t('workspace.undo'), run: () => compose.setOrigin(requestId, { origin: before, call: mine }) },
    });
  }

  async function saveCopy(): Promise<void> {
    const [mine, before] = [call, origin];
    if (!mine || !before) return;
    await run(async () => {
      const title = t('conflict.copyTitle', { title: say(before.title) });
      await host.workspace.createRequest.mutate({ folder: before.folder, title, call: mine });
      compose.setOrigin(requestId, { origin: { ...before, base: file.digest }, call: file.call });
      await queryClient.invalidateQueries({ queryKey: queryKeys.workspace });
      notices.show({ text: t('conflict.savedCopy', { title }) });
    });
  }

  return (
    <div className="conflict-notice" role="alert" data-testid="conflict">
      <GitCompareArrows size={15} aria-hidden />
      <span>{t('conflict.sentence')}</span>
      <Button size="small" data-testid="conflict-compare" onClick={() => setCompared(true)}>
        {t('conflict.compare')}
      </Button>
      <Button size="small" data-testid="conflict-mine" onClick={keepMine}>
        {t('conflict.keepMine')}
      </Button>
      <Button size="small" data-testid="conflict-disk" onClick={takeDisk}>
        {t('conflict.takeDisk')}
      </Button>
      <Button size="small" data-testid="conflict-copy" onClick={() => void saveCopy()}>
        {t('conflict.saveCopy')}
      </Button>
      {failure && <FailureNotice title={t('workspace.notDone')} failure={failure} />}
      <Modal
        open={compared}
        title={t('conflict.compareTitle')}
        footer={null}
        width="min(1200px, 94vw)"
        destroyOnHidden
        onCancel={() => setCompared(false)}
      >
        <div className="conflict-diff">
          <TextDiff
            left={readableCall(file.call)}
            right={readableCall(call)}
            leftTitle={t('conflict.onDisk')}
            rightTitle={t('conflict.mine')}
            language="plaintext"
          />
        </div>
      </Modal>
    </div>
  );
}
