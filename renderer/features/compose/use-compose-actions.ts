import { useAction } from '../../app/actions/action-store.ts';
import { useScreen } from '../../app/screen-store.ts';
import { showPalette } from '../palette/palette-store.ts';
import { treeDialog } from './collection/tree-dialog-store.ts';
import { activeAttemptOf, activeCallOf, compose, useCompose } from './compose-store.ts';
import { useTabActions } from './tabs/use-tab-actions.ts';

interface ComposeActions {
  /** Absent where what is open cannot be sent. */
  readonly send: (() => Promise<void>) | undefined;
  readonly save: () => Promise<void>;
}

/** What can be done with the open requests; what is not in front is not sent. */
export function useComposeActions({ send, save }: ComposeActions): void {
  const isInFront = useScreen((state) => state.screen === 'compose');
  const hasCall = useCompose((state) => activeCallOf(state) !== undefined);
  const sending = useCompose((state) => activeAttemptOf(state).sending);
  const { ids, closed } = useCompose((state) => state.tabs);
  const { closeFront, closeAll, keepFront, step, reopen } = useTabActions();
  const inFront = (isPossible: boolean, run: () => void) => (isInFront && isPossible ? run : undefined);

  useAction(
    'send',
    inFront(hasCall && send !== undefined, () => void send?.()),
  );
  useAction(
    'cancel',
    inFront(sending !== undefined, () => sending?.cancel()),
  );
  useAction(
    'save',
    inFront(hasCall, () => void save()),
  );
  useAction(
    'newRequest',
    inFront(true, () => treeDialog.show({ kind: 'newRequest', folder: '' })),
  );
  useAction(
    'chooseInterface',
    inFront(hasCall, () => showPalette('interfaces')),
  );
  useAction(
    'showKeys',
    inFront(hasCall && send !== undefined, () => compose.showKeys(true)),
  );
  useAction('closeTab', inFront(hasCall, closeFront));
  useAction('keepTab', inFront(hasCall, keepFront));
  useAction('closeAllTabs', inFront(ids.length > 0, closeAll));
  useAction(
    'nextTab',
    inFront(ids.length > 1, () => step(1)),
  );
  useAction(
    'previousTab',
    inFront(ids.length > 1, () => step(-1)),
  );
  useAction('reopenTab', inFront(closed.length > 0, reopen));
}
