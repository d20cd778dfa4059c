import { useCallback, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { SavedRequest, Workspace } from '../../../shared/model/workspace.ts';
import type { Profile } from '../../../shared/profile/profile.ts';
import { failureFrom } from '../../app/host-failure.ts';
import { useHost } from '../../app/host-context.ts';
import { usePreferences } from '../../app/preferences.ts';
import { useScreen } from '../../app/screen-store.ts';
import { SplitPane } from '../../ui/split-pane.tsx';
import { useKeys } from '../keys/keys-store.ts';
import { ResultArea } from '../result/result-area.tsx';
import { BodyPanel } from './body/body-panel.tsx';
import { CollectionTree } from './collection/collection-tree.tsx';
import { activeCallOf, compose, useCompose } from './compose-store.ts';
import { openRequest, requestsOf, restoreScreen, useDraftSaving } from './drafts.ts';
import { HeaderForm } from './header/header-form.tsx';
import { KeysDrawer } from './keys/keys-drawer.tsx';
import { Toolbar } from './toolbar.tsx';
import { type CallFacts, useCallFacts } from './use-call-facts.ts';
import { usePreview } from './use-preview.ts';
import { useSend } from './use-send.ts';
import { WirePanel } from './wire/wire-panel.tsx';

interface ComposeScreenProps {
  readonly workspace: Workspace;
  readonly platforms: readonly Profile[];
}

/** Compose a call, see it on the wire as it is composed, send it, read what came of it. */
export function ComposeScreen({ workspace, platforms }: ComposeScreenProps) {
  const host = useHost();
  const collectionShown = usePreferences((state) => state.collectionShown);
  useDraftSaving(workspace);
  useRestoredScreen(workspace);

  const open = useCallback(
    (request: SavedRequest) =>
      void openRequest(host, request).catch((error: unknown) => compose.draftsFailed(failureFrom(error))),
    [host],
  );
  const work = <Work workspace={workspace} platforms={platforms} />;
  if (!collectionShown) return work;
  return (
    <SplitPane
      name="collection"
      direction="row"
      sized="first"
      initial="clamp(150px, 16%, 230px)"
      minimum={{ sized: 130, rest: 700 }}
      first={<CollectionTree workspace={workspace} platforms={platforms} onOpen={open} />}
      second={work}
    />
  );
}

/** Once: the workspace is asked for again whenever a key is entered, the screen is not. */
function useRestoredScreen(workspace: Workspace): void {
  const host = useHost();
  const isOpen = useCompose((state) => state.activeId !== undefined);
  useEffect(() => {
    if (isOpen) return;
    const [first] = requestsOf(workspace);
    restoreScreen(host, workspace).catch((error: unknown) => {
      compose.draftsFailed(failureFrom(error));
      if (first) compose.open(first.id, first.call);
    });
  }, [host, workspace, isOpen]);
}

function Work({ workspace, platforms }: ComposeScreenProps) {
  const { t } = useTranslation();
  const call = useCompose(activeCallOf);
  const facts = useCallFacts();
  const requests = requestsOf(workspace);
  const titleOf = useCallback((requestId: string) => requests.find(({ id }) => id === requestId)?.title, [requests]);
  const send = useSend(titleOf);
  useSendShortcut(send);

  const requestId = useCompose((state) => state.activeId);
  if (!call || !facts || requestId === undefined) return <p className="work-nothing">{t('load.nothing')}</p>;
  const request = requests.find(({ id }) => id === requestId);
  return (
    <main className="work">
      <Toolbar
        call={call}
        request={request}
        facts={facts}
        platforms={platforms}
        workspace={workspace}
        onSend={() => void send()}
      />
      <SplitPane
        name="result"
        direction="column"
        sized="second"
        initial="40%"
        minimum={{ sized: 120, rest: 180 }}
        first={<Composition requestId={requestId} request={request} facts={facts} />}
        second={<ResultArea facts={facts} onSend={() => void send()} />}
      />
      <KeysDrawer facts={facts} />
    </main>
  );
}

interface CompositionProps {
  readonly requestId: string;
  readonly request: SavedRequest | undefined;
  readonly facts: CallFacts;
}

function Composition({ requestId, request, facts }: CompositionProps) {
  const state = usePreview();
  const { profile } = facts;
  const { preview } = state;
  return (
    <SplitPane
      name="header"
      direction="row"
      sized="first"
      initial="32%"
      minimum={{ sized: 220, rest: 420 }}
      first={<HeaderForm key={requestId} facts={facts} preview={preview} />}
      second={
        <SplitPane
          name="wire"
          direction="row"
          sized="second"
          initial="51%"
          minimum={{ sized: 200, rest: 200 }}
          first={<BodyPanel requestId={requestId} request={request} profile={profile} preview={preview} />}
          second={<WirePanel {...state} profile={profile} />}
        />
      }
    />
  );
}

/** Ctrl+Enter and Cmd+Enter wherever the focus is, before the editor can take them for a new line. */
function useSendShortcut(send: () => Promise<void>): void {
  useEffect(() => {
    function onKey(event: KeyboardEvent): void {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.isComposing || event.repeat) return;
      // What is not in front is not sent.
      if (useScreen.getState().screen !== 'compose' || useKeys.getState().dialog) return;
      event.preventDefault();
      event.stopPropagation();
      void send();
    }
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  }, [send]);
}
