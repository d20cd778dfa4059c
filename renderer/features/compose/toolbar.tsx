import { useEffect, useState } from 'react';
import { Button, Popconfirm } from 'antd';
import { KeyRound, RotateCcw, Save, SendHorizontal, Square } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Call } from '../../../shared/model/call.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import type { Profile } from '../../../shared/profile/profile.ts';
import { useBilingual } from '../../i18n/use-bilingual.ts';
import { notices } from '../../ui/notice-store.ts';
import { Choice } from '../../ui/choice.tsx';
import { chooseInterface, choosePlatform } from './call-changes.ts';
import { factsOfCall } from '../../../shared/profile/condition.ts';
import { pageKind } from '../../../shared/profile/page-kind.ts';
import { callerSlots } from '../../../shared/profile/caller-slots.ts';
import { activeOriginOf, compose, type Origin, type Sending, useCompose } from './compose-store.ts';
import { type KeysSummary, keySummary } from '../keys/slots/filled-by.ts';
import { PageCodeButton } from './page-code/page-code-button.tsx';
import { UrlField } from './url-field.tsx';
import type { CallFacts } from './use-call-facts.ts';
import './toolbar.css';

interface ToolbarProps {
  readonly call: Call;
  readonly facts: CallFacts;
  readonly platforms: readonly Profile[];
  readonly workspace: Workspace;
  readonly onSend: () => void;
  readonly onSave: () => void;
}

const toolbarWords: Readonly<Partial<Record<KeysSummary['kind'], 'toolbar.keysLocked' | 'toolbar.keysUnreadable'>>> = {
  locked: 'toolbar.keysLocked',
  unreadable: 'toolbar.keysUnreadable',
};

/** What is called, where, with which keys; and the one primary button of the screen. */
export function Toolbar({ call, facts, platforms, workspace, onSend, onSave }: ToolbarProps) {
  const { t } = useTranslation();
  const say = useBilingual();
  const { profile, environment, conventions, chosen } = facts;
  const { method, path } = chosen?.endpoint ?? { ...profile.transport, path: '' };
  const environments = workspace.environments.filter(({ platform }) => platform === profile.id);
  const sending = useCompose((state) => state.sending);
  const callFacts = factsOfCall(profile, { conventions, interface: chosen?.id });
  const { missing, kind } = keySummary(environment, callerSlots(profile, callFacts));

  return (
    <div className="toolbar" role="toolbar" aria-label={t('toolbar.label')}>
      <Choice
        label={t('toolbar.platform')}
        testId="platform"
        value={profile.id}
        title={`${say(profile.title)} ${profile.standard}`}
        options={platforms.map(({ id, title }) => ({ value: id, label: say(title) }))}
        onChange={(id) => {
          const other = platforms.find((candidate) => candidate.id === id);
          if (!other) return;
          const { environments: all } = workspace;
          compose.change((old) => choosePlatform(old, { profile: other, environments: all }));
          // What was composed for the other platform fits this one in nothing, and is not lost for it.
          const { activeId } = useCompose.getState();
          notices.show({
            text: t('toolbar.platformChosen', { title: say(other.title) }),
            action: {
              label: t('workspace.undo'),
              run: () => useCompose.getState().activeId === activeId && compose.change(() => call),
            },
          });
        }}
      />
      <Choice
        label={t('toolbar.interface')}
        testId="interface"
        value={call.interface}
        options={[
          { value: '', label: t('toolbar.interfaceNone') },
          ...profile.interfaces.map(({ id, title }) => ({ value: id, label: say(title) })),
        ]}
        onChange={(id) => compose.change((old) => chooseInterface(old, { profile, id }))}
      />
      <Choice
        label={t('toolbar.environment')}
        testId="environment"
        value={call.environment}
        options={environments.map(({ id, title }) => ({ value: id, label: say(title) }))}
        onChange={(id) => compose.change((old) => ({ ...old, environment: id }))}
      />
      <Button
        icon={<KeyRound size={13} aria-hidden />}
        danger={missing > 0}
        data-testid="keys"
        title={t('keys.title')}
        onClick={() => compose.showKeys(true)}
      >
        {missing > 0 ? t('toolbar.keysMissing', { count: missing }) : t(toolbarWords[kind] ?? 'toolbar.keys')}
      </Button>
      <UrlField call={call} environment={environment} method={method} path={path} />
      {pageKind(profile, callFacts) === 'page' && <PageCodeButton key={`${call.environment} ${call.interface}`} />}
      <SaveButtons onSave={onSave} />
      {sending ? <CancelButton sending={sending} /> : <SendButton onSend={onSend} />}
    </div>
  );
}

/** Only where there is something to save. */
function SaveButtons({ onSave }: { readonly onSave: () => void }) {
  const { t } = useTranslation();
  const id = useCompose((state) => state.activeId);
  const origin = useCompose(activeOriginOf);
  const changed = useCompose((state) => id !== undefined && state.changedIds.has(id));
  if (id === undefined || !origin || (!changed && origin.file)) return null;
  return (
    <>
      {origin.file && <RevertButton id={id} origin={origin} />}
      <Button
        className="toolbar-short"
        icon={<Save size={13} aria-hidden />}
        title={t('workspace.saveTitle')}
        aria-keyshortcuts="Control+S Meta+S"
        data-testid="save"
        onClick={onSave}
      >
        {t('workspace.save')}
      </Button>
    </>
  );
}

function RevertButton({ id, origin }: { readonly id: string; readonly origin: Origin }) {
  const { t } = useTranslation();
  const { file } = origin;
  if (!file) return null;
  return (
    <Popconfirm
      title={t('toolbar.revertConfirm')}
      okText={t('toolbar.revert')}
      cancelText={t('toolbar.keep')}
      placement="bottomRight"
      onConfirm={() => compose.setOrigin(id, { origin: { ...origin, base: file.digest }, call: file.call })}
    >
      <Button
        className="toolbar-short"
        icon={<RotateCcw size={13} aria-hidden />}
        title={t('toolbar.revertTitle')}
        data-testid="revert"
      >
        {t('toolbar.revert')}
      </Button>
    </Popconfirm>
  );
}

function SendButton({ onSend }: { readonly onSend: () => void }) {
  const { t } = useTranslation();
  return (
    <Button
      type="primary"
      data-testid="send"
      title={t('toolbar.sendTitle')}
      aria-keyshortcuts="Control+Enter Meta+Enter"
      icon={<SendHorizontal size={13} aria-hidden />}
      onClick={onSend}
    >
      {t('toolbar.send')} <kbd>Ctrl ↵</kbd>
    </Button>
  );
}

const tickMilliseconds = 100;

function CancelButton({ sending: { startedAt, cancel } }: { readonly sending: Sending }) {
  const { t } = useTranslation();
  const [now, setNow] = useState(startedAt);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), tickMilliseconds);
    return () => clearInterval(timer);
  }, []);
  const seconds = Math.max(0, (now - startedAt) / 1000).toFixed(1);
  return (
    <Button danger data-testid="cancel" icon={<Square size={11} aria-hidden />} onClick={cancel}>
      {t('toolbar.cancel')} <kbd>{t('toolbar.elapsed', { seconds })}</kbd>
    </Button>
  );
}
