import { useCallback, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Workspace } from '../../../shared/model/workspace.ts';
import type { Profile } from '../../../shared/profile/profile.ts';
import { failureFrom } from '../../app/host-failure.ts';
import { useHost } from '../../app/host-context.ts';
import { useFollowWorkspace } from '../../app/queries.ts';
import { usePreferences } from '../../app/preferences.ts';
import { useBilingual } from '../../i18n/use-bilingual.ts';
import { notices } from '../../ui/notice-store.ts';
import { SplitPane } from '../../ui/split-pane.tsx';
import { ResultArea } from '../result/result-area.tsx';
import { BodyPanel } from './body/body-panel.tsx';
import { BrokenRequest } from './collection/broken-request.tsx';
import { CollectionTree } from './collection/collection-tree.tsx';
import { activeCallOf, compose, useCompose } from './compose-store.ts';
import { TreeDialogs } from './collection/tree-dialogs.tsx';
import { ConflictNotice } from './conflict/conflict-notice.tsx';
import { followWorkspace, type LostFile, openRequest, restoreScreen, useDraftSaving } from './drafts.ts';
import { HeaderForm } from './header/header-form.tsx';
import { KeysDrawer } from './keys/keys-drawer.tsx';
import { PlatformGone } from './platform-gone/platform-gone.tsx';
import { RequestTabs } from './tabs/request-tabs.tsx';
import { Toolbar } from './toolbar.tsx';
import { type CallFacts, useCallFacts } from './use-call-facts.ts';
import { useComposeActions } from './use-compose-actions.ts';
import { usePreview } from './use-preview.ts';
import { useSave } from './use-save.ts';
import { useSend } from './use-send.ts';
import { requestsOf } from './workspace-requests.ts';
import { WirePanel } from './wire/wire-panel.tsx';

interface ComposeScreenProps {
  readonly workspace: Workspace;
  readonly platforms: readonly Profile[];
}

/** Compose a call, see it on the wire as it is composed, send it, read what came of it. */
export function ComposeScreen({ workspace, platforms }: ComposeScreenProps) {
  const host = useHost();
  const say = useBilingual();
  const collectionShown = usePreferences((state) => state.collectionShown);
  useDraftSaving();
  useRestoredScreen(workspace);
  useFollowWorkspace();
  useFollowedFiles(workspace);

  const open = useCallback(
    (id: string, isGlance: boolean) =>
      void openRequest(host, id, { isGlance }).catch((error: unknown) =>
        notices.show({ text: say(failureFrom(error).text) }),
      ),
    [host, say],
  );
  const openToStay = useCallback((id: string) => open(id, false), [open]);
  const work = (
    <div className="frame-screen">
      <RequestTabs workspace={workspace} onOpen={openToStay} />
      <Work workspace={workspace} platforms={platforms} />
      <TreeDialogs workspace={workspace} />
    </div>
  );
  if (!collectionShown) return work;
  return (
    <SplitPane
      name="collection"
      direction="row"
      sized="first"
      initial="clamp(176px, 17%, 240px)"
      minimum={{ sized: 130, rest: 700 }}
      first={<CollectionTree workspace={workspace} platforms={platforms} onOpen={open} />}
      second={work}
    />
  );
}

/** Once: the workspace is asked for again whenever something in it changes, the screen is not. */
function useRestoredScreen(workspace: Workspace): void {
  const host = useHost();
  const isRestored = useCompose((state) => state.isRestored);
  useEffect(() => {
    if (isRestored) return;
    restoreScreen(host, workspace).catch((error: unknown) => compose.draftsFailed(failureFrom(error)));
  }, [host, workspace, isRestored]);
}

function useFollowedFiles(workspace: Workspace): void {
  const { t } = useTranslation();
  const say = useBilingual();
  const host = useHost();
  useEffect(() => {
    const onLost = ({ title, isChanged }: LostFile): void => {
      notices.show({ text: t(isChanged ? 'workspace.lostChanged' : 'workspace.lost', { title: say(title) }) });
    };
    followWorkspace(host, { workspace, onLost }).catch((error: unknown) => compose.draftsFailed(failureFrom(error)));
  }, [host, workspace, t, say]);
}

function Work({ workspace, platforms }: ComposeScreenProps) {
  const { t } = useTranslation();
  const call = useCompose(activeCallOf);
  const facts = useCallFacts();
  const send = useSend();
  const save = useSave();
  useComposeActions({ send: facts && send, save });

  const requestId = useCompose((state) => state.activeId);
  const broken = useCompose((state) => state.broken);
  if (broken) return <BrokenRequest file={broken} />;
  if (!call || requestId === undefined) return <p className="work-nothing">{t('load.nothing')}</p>;
  const onSave = () => void save();
  if (!facts) return <PlatformGone {...{ requestId, call, platforms, workspace, onSave }} />;
  return (
    <main className="work">
      <Toolbar
        call={call}
        facts={facts}
        platforms={platforms}
        workspace={workspace}
        onSend={() => void send()}
        onSave={onSave}
      />
      <ConflictNotice requestId={requestId} />
      <SplitPane
        name="result"
        direction="column"
        sized="second"
        initial="40%"
        minimum={{ sized: 120, rest: 180 }}
        first={<Composition requestId={requestId} facts={facts} workspace={workspace} />}
        second={<ResultArea facts={facts} onSend={() => void send()} />}
      />
      <KeysDrawer facts={facts} />
    </main>
  );
}

interface CompositionProps {
  readonly requestId: string;
  readonly facts: CallFacts;
  readonly workspace: Workspace;
}

function Composition({ requestId, facts, workspace }: CompositionProps) {
  const state = usePreview();
  const { profile } = facts;
  const { preview } = state;
  const note = requestsOf(workspace).find(({ id }) => id === requestId)?.note;
  return (
    <SplitPane
      name="header"
      direction="row"
      sized="first"
      initial="32%"
      minimum={{ sized: 220, rest: 420 }}
      first={<HeaderForm key={requestId} facts={facts} preview={preview} workspace={workspace} />}
      second={
        <SplitPane
          name="wire"
          direction="row"
          sized="second"
          initial="51%"
          minimum={{ sized: 200, rest: 200 }}
          first={<BodyPanel requestId={requestId} note={note} profile={profile} preview={preview} />}
          second={<WirePanel {...state} profile={profile} />}
        />
      }
    />
  );
}
