import { useEffect, useState } from 'react';
import { Button } from 'antd';
import { KeyRound, Search, SendHorizontal, Square } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Call } from '../../../shared/model/call.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import type { Profile } from '../../../shared/profile/profile.ts';
import { useBilingual } from '../../i18n/use-bilingual.ts';
import { useKeyText } from '../../app/actions/use-key-text.ts';
import { Choice } from '../../ui/choice.tsx';
import { chooseInterface, choosePlatform } from './call-changes.ts';
import { factsOfCall } from '../../../shared/profile/condition.ts';
import { pageKind } from '../../../shared/profile/page-kind.ts';
import { callerSlots } from '../../../shared/profile/caller-slots.ts';
import { activeAttemptOf, compose, type Sending, useCompose } from './compose-store.ts';
import { type KeysSummary, keySummary } from '../keys/slots/filled-by.ts';
import { PageCodeButton } from './page-code/page-code-button.tsx';
import { showPalette } from '../palette/palette-store.ts';
import { SaveButtons } from './save-buttons.tsx';
import { UrlField } from './url-field.tsx';
import { useChangePlatform } from './use-change-platform.ts';
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
  const sending = useCompose((state) => activeAttemptOf(state).sending);
  const changePlatform = useChangePlatform();
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
          changePlatform(other, (old) => choosePlatform(old, { profile: other, environments: workspace.environments }));
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
      <FindInterfaceButton />
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

/** Catalogues are long: by pinyin or code an interface is found sooner than in a list. */
function FindInterfaceButton() {
  const { t } = useTranslation();
  const keys = useKeyText('chooseInterface');
  return (
    <button
      type="button"
      className="icon-button toolbar-find"
      aria-label={t('actions.chooseInterface')}
      title={`${t('actions.chooseInterface')}  ${keys.text}`.trim()}
      aria-keyshortcuts={keys.aria}
      data-testid="find-interface"
      onClick={() => showPalette('interfaces')}
    >
      <Search size={13} aria-hidden />
    </button>
  );
}

function SendButton({ onSend }: { readonly onSend: () => void }) {
  const { t } = useTranslation();
  const keys = useKeyText('send');
  return (
    <Button
      type="primary"
      data-testid="send"
      title={`${t('toolbar.sendTitle')}  ${keys.text}`.trim()}
      aria-keyshortcuts={keys.aria}
      icon={<SendHorizontal size={13} aria-hidden />}
      onClick={onSend}
    >
      {t('toolbar.send')} {keys.text && <kbd>{keys.text}</kbd>}
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
