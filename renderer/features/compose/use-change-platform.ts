import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Call } from '../../../shared/model/call.ts';
import type { Profile } from '../../../shared/profile/profile.ts';
import { useBilingual } from '../../i18n/use-bilingual.ts';
import { notices } from '../../ui/notice-store.ts';
import { compose, useCompose } from './compose-store.ts';

/** Moves the open request to another platform. What the move drops comes back by the notice's undo. */
export function useChangePlatform(): (profile: Profile, update: (call: Call) => Call) => void {
  const { t } = useTranslation();
  const say = useBilingual();
  return useCallback(
    (profile, update) => {
      const { activeId } = useCompose.getState();
      const before = compose.activeCall();
      if (!before) return;
      compose.change(update);
      const title = say(profile.title);
      const isKept = compose.activeCall()?.body === before.body;
      notices.show({
        text: t(isKept ? 'toolbar.platformKept' : 'toolbar.platformChosen', { title }),
        action: {
          label: t('workspace.undo'),
          run: () => useCompose.getState().activeId === activeId && compose.change(() => before),
        },
      });
    },
    [t, say],
  );
}
