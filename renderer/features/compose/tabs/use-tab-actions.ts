import { useTranslation } from 'react-i18next';
import { failureFrom } from '../../../app/host-failure.ts';
import { useHost } from '../../../app/host-context.ts';
import { useBilingual } from '../../../i18n/use-bilingual.ts';
import { notices } from '../../../ui/notice-store.ts';
import { compose, useCompose } from '../compose-store.ts';
import { closeRequests, openRequest } from '../drafts.ts';
import { tabBeside } from './tab-order.ts';

interface TabActions {
  /** The menu of a tab. */
  readonly actionsFor: (
    id: string,
  ) => readonly { readonly key: string; readonly label: string; readonly disabled: boolean }[];
  readonly run: (action: string, id: string) => void;
  /** Of the tab in front. */
  readonly closeFront: () => void;
  readonly keepFront: () => void;
  readonly closeAll: () => void;
  readonly step: (steps: number) => void;
  /** Opens again what was closed last. */
  readonly reopen: () => void;
}

/** What can be done with tabs. Closing asks nothing: what was changed stays as a draft, and its tab can be opened again. */
export function useTabActions(): TabActions {
  const { t } = useTranslation();
  const say = useBilingual();
  const host = useHost();
  const tried = (work: Promise<void>): void =>
    void work.catch((error: unknown) => notices.show({ text: say(failureFrom(error).text) }));
  const close = (ids: readonly string[]): void => tried(closeRequests(host, ids));
  const tabs = () => useCompose.getState().tabs;

  return {
    actionsFor: (id) => {
      const { ids, glance } = tabs();
      const isLast = ids.at(-1) === id;
      return [
        { key: 'close', label: t('tabs.close'), disabled: false },
        { key: 'closeOthers', label: t('tabs.closeOthers'), disabled: ids.length < 2 },
        { key: 'closeBehind', label: t('tabs.closeBehind'), disabled: isLast },
        { key: 'closeAll', label: t('tabs.closeAll'), disabled: false },
        { key: 'keep', label: t('tabs.keep'), disabled: glance !== id },
      ];
    },
    run: (action, id) => {
      const { ids } = tabs();
      const actions: Readonly<Record<string, () => void>> = {
        close: () => close([id]),
        closeOthers: () => close(ids.filter((one) => one !== id)),
        closeBehind: () => close(ids.slice(ids.indexOf(id) + 1)),
        closeAll: () => close(ids),
        keep: () => compose.keepTab(id),
      };
      actions[action]?.();
    },
    closeFront: () => {
      const { activeId } = useCompose.getState();
      if (activeId !== undefined) close([activeId]);
    },
    keepFront: () => {
      const { activeId } = useCompose.getState();
      if (activeId !== undefined) compose.keepTab(activeId);
    },
    closeAll: () => close(tabs().ids),
    step: (steps) => {
      const next = tabBeside(tabs(), useCompose.getState().activeId, steps);
      if (next !== undefined) tried(openRequest(host, next));
    },
    reopen: () => {
      const last = tabs().closed.at(-1);
      if (last !== undefined) tried(openRequest(host, last));
    },
  };
}
