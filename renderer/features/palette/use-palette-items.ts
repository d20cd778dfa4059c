import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequestFolder, Workspace } from '../../../shared/model/workspace.ts';
import type { Profile } from '../../../shared/profile/profile.ts';
import { actionIds, keysOf } from '../../app/actions/action-catalogue.ts';
import { runAction, useAvailableActions } from '../../app/actions/action-store.ts';
import { chordText } from '../../app/actions/chord.ts';
import { isMac } from '../../app/actions/use-key-text.ts';
import { failureFrom } from '../../app/host-failure.ts';
import { useHost } from '../../app/host-context.ts';
import { usePreferences } from '../../app/preferences.ts';
import { showScreen } from '../../app/screen-store.ts';
import { useBilingual } from '../../i18n/use-bilingual.ts';
import { notices } from '../../ui/notice-store.ts';
import { chooseInterface } from '../compose/call-changes.ts';
import { activeCallOf, compose, useCompose } from '../compose/compose-store.ts';
import { openRequest } from '../compose/drafts.ts';
import type { PaletteItem } from './palette-item.ts';
import type { PaletteKind } from './palette-store.ts';

interface Wanted {
  readonly kind: PaletteKind;
  readonly workspace: Workspace;
  readonly platforms: readonly Profile[];
}

/** Everything that can be chosen now: what the screen can do, requests, interfaces and environments of the open one's platform. */
export function usePaletteItems({ kind, workspace, platforms }: Wanted): readonly PaletteItem[] {
  const actions = useActionItems();
  const requests = useRequestItems(workspace);
  const interfaces = useInterfaceItems(platforms);
  const environments = useEnvironmentItems(workspace);
  return useMemo(() => {
    if (kind === 'requests') return requests;
    if (kind === 'interfaces') return interfaces;
    return [...actions, ...requests, ...interfaces, ...environments];
  }, [kind, actions, requests, interfaces, environments]);
}

function useActionItems(): readonly PaletteItem[] {
  const { t, i18n } = useTranslation();
  const available = useAvailableActions();
  const chosenKeys = usePreferences((state) => state.keys);
  return useMemo(() => {
    const other = i18n.getFixedT(i18n.language === 'zh' ? 'en' : 'zh');
    return actionIds
      .filter((id) => available[id] && id !== 'openPalette')
      .map((id) => {
        const keys = keysOf(id, chosenKeys);
        return {
          key: `action:${id}`,
          kind: 'action' as const,
          title: t(`actions.${id}`),
          detail: '',
          also: other(`actions.${id}`),
          ...(keys !== undefined && { keys: chordText(keys, { isMac }) }),
          run: () => void runAction(id),
        };
      });
  }, [t, i18n, available, chosenKeys]);
}

function useRequestItems(workspace: Workspace): readonly PaletteItem[] {
  const say = useBilingual();
  const host = useHost();
  return useMemo(() => {
    const below = ({ children }: RequestFolder, places: readonly string[]): readonly PaletteItem[] =>
      children.flatMap((child): readonly PaletteItem[] => {
        if (child.type === 'folder') return below(child.folder, [...places, say(child.folder.title)]);
        if (child.type === 'broken') return [];
        const { id, title, note } = child.request;
        return [
          {
            key: `request:${id}`,
            kind: 'request',
            title: say(title),
            detail: places.join(' / '),
            also: [title.zh, title.en, id, note ? say(note) : '', child.request.interface].join('\n'),
            run: () => {
              showScreen('compose');
              openRequest(host, id).catch((error: unknown) => notices.show({ text: say(failureFrom(error).text) }));
            },
          },
        ];
      });
    return below(workspace.root, []);
  }, [workspace, say, host]);
}

function useInterfaceItems(platforms: readonly Profile[]): readonly PaletteItem[] {
  const say = useBilingual();
  const platform = useCompose((state) => activeCallOf(state)?.platform);
  return useMemo(() => {
    const profile = platforms.find(({ id }) => id === platform);
    return (profile?.interfaces ?? []).map(({ id, title, header, clause, endpoint }) => {
      const codes = Object.values(header ?? {}).filter((value) => typeof value === 'string');
      return {
        key: `interface:${profile?.id}/${id}`,
        kind: 'interface' as const,
        title: say(title),
        detail: [codes[0] ?? endpoint?.path, clause].filter(Boolean).join(' · '),
        also: [title.zh, title.en, id, endpoint?.path ?? '', ...codes].join('\n'),
        run: () => {
          showScreen('compose');
          if (profile) compose.change((old) => chooseInterface(old, { profile, id }));
        },
      };
    });
  }, [platforms, platform, say]);
}

function useEnvironmentItems(workspace: Workspace): readonly PaletteItem[] {
  const say = useBilingual();
  const platform = useCompose((state) => activeCallOf(state)?.platform);
  return useMemo(
    () =>
      workspace.environments
        .filter((environment) => environment.platform === platform)
        .map(({ id, title, url }) => ({
          key: `environment:${id}`,
          kind: 'environment' as const,
          title: say(title),
          detail: url,
          also: [title.zh, title.en, id].join('\n'),
          run: () => compose.change((old) => ({ ...old, environment: id })),
        })),
    [workspace.environments, platform, say],
  );
}
