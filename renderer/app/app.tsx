import { useEffect, useLayoutEffect, useMemo } from 'react';
import { ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { i18n } from 'i18next';
import { I18nextProvider } from 'react-i18next';
import { antdThemeFor } from './antd-theme.ts';
import { Frame } from './frame.tsx';
import type { HostClient } from './host-client.ts';
import { HostContext } from './host-context.ts';
import { palettes, paletteProperties } from './palette.ts';
import { usePreferences } from './preferences.ts';
import { useThemeName } from './use-theme-name.ts';

const queryClient = new QueryClient({
  defaultOptions: {
    // The host is on this machine: it answers at once or not at all, and nothing changes behind its back.
    queries: { retry: 1, staleTime: Infinity, networkMode: 'always', refetchOnWindowFocus: false },
    mutations: { retry: 0, networkMode: 'always' },
  },
});

interface AppProps {
  readonly client: HostClient;
  readonly texts: i18n;
}

export function App({ client, texts }: AppProps) {
  const language = usePreferences((state) => state.language);
  const themeName = useThemeName();
  const theme = useMemo(() => antdThemeFor(themeName), [themeName]);

  useLayoutEffect(() => {
    const root = document.documentElement;
    root.dataset['theme'] = themeName;
    root.style.colorScheme = themeName;
    for (const [name, value] of Object.entries(paletteProperties(palettes[themeName]))) {
      root.style.setProperty(name, value);
    }
  }, [themeName]);

  const masking = usePreferences((state) => state.masking);
  useLayoutEffect(() => {
    document.documentElement.dataset['masking'] = String(masking);
  }, [masking]);

  const size = usePreferences((state) => state.size);
  useLayoutEffect(() => {
    document.documentElement.style.zoom = String(size / 100);
  }, [size]);

  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
    void texts.changeLanguage(language);
  }, [language, texts]);

  return (
    <HostContext value={client}>
      <I18nextProvider i18n={texts}>
        <QueryClientProvider client={queryClient}>
          <ConfigProvider
            theme={theme}
            locale={language === 'zh' ? zhCN : enUS}
            wave={{ disabled: true }}
            button={{ autoInsertSpace: false }}
          >
            <Frame />
          </ConfigProvider>
        </QueryClientProvider>
      </I18nextProvider>
    </HostContext>
  );
}
