import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '@fontsource-variable/jetbrains-mono/index.css';
import { App } from './app/app.tsx';
import { createHostClient } from './app/host-client.ts';
import { usePreferences } from './app/preferences.ts';
import { createI18n } from './i18n/i18n.ts';

const client = await createHostClient();
const texts = createI18n(usePreferences.getState().language);
const root = document.getElementById('root');
if (!root) throw new Error('The page has no #root.');
createRoot(root).render(
  <StrictMode>
    <App client={client} texts={texts} />
  </StrictMode>,
);

// A hundred font faces, of which a system with Chinese fonts needs none: they wait for the first paint.
requestAnimationFrame(() => requestAnimationFrame(() => void import('@fontsource-variable/noto-sans-sc/index.css')));
