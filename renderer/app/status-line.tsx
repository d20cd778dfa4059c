import { Eye, EyeOff, KeyRound, Languages, Monitor, Moon, Sun } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Profile } from '../../shared/profile/profile.ts';
import { useBilingual } from '../i18n/use-bilingual.ts';
import { callerSlots } from '../../shared/profile/caller-slots.ts';
import { compose, useCompose } from '../features/compose/compose-store.ts';
import { SessionState } from '../features/compose/session-state.tsx';
import { useCallFacts } from '../features/compose/use-call-facts.ts';
import { useHistoryCall, useRecentCalls } from '../features/history/use-recent-calls.ts';
import { TimingsText } from '../features/result/timings-bar.tsx';
import { keySummary } from '../features/keys/slots/filled-by.ts';
import { VaultStateButton } from '../features/keys/vault/vault-state-button.tsx';
import { SimulatorState } from '../features/simulator/simulator-status.tsx';
import { useKeyText } from './actions/use-key-text.ts';
import { nextTheme, usePreferences } from './preferences.ts';
import { useCapabilities } from './queries.ts';
import { showScreen } from './screen-store.ts';
import './status-line.css';

/** What runs, with which keys, how long the last call took; language and theme. */
export function StatusLine({ platforms }: { readonly platforms: readonly Profile[] }) {
  const { t } = useTranslation();
  return (
    <footer className="status-line" aria-label={t('status.label')}>
      <SimulatorState platforms={platforms} />
      <VaultStateButton />
      <KeyState />
      <SessionLife />
      <Engine />
      <LastCall />
      <span className="status-line-gap" />
      <DraftState />
      <MaskingSwitch />
      <LanguageSwitch />
      <ThemeSwitch />
    </footer>
  );
}

function KeyState() {
  const { t } = useTranslation();
  const facts = useCallFacts();
  if (!facts) return null;
  const show = () => {
    showScreen('compose');
    compose.showKeys(true);
  };
  const { missing, kind } = keySummary(facts.environment, callerSlots(facts.profile, facts.conventions));
  return (
    <button type="button" data-testid="key-state" title={t('keys.title')} onClick={show}>
      <KeyRound size={12} aria-hidden />
      {missing > 0 ? <b>{t('toolbar.keysMissing', { count: missing })}</b> : t(`status.keys.${kind}`)}
    </button>
  );
}

/** Of platforms that have sessions. */
function SessionLife() {
  const facts = useCallFacts();
  const { session } = facts?.profile ?? {};
  const environment = facts?.environment?.id;
  return session && environment !== undefined ? (
    <SessionState key={environment} environment={environment} session={session} />
  ) : null;
}

function Engine() {
  const { t } = useTranslation();
  const { data } = useCapabilities();
  if (!data) return null;
  const { name, native } = data.engine;
  const title = native.length > 0 ? t('status.engineNative', { list: native.join(', ') }) : t('status.enginePortable');
  return (
    <span title={`${name}\n${title}\n${t('status.version', { version: data.version })}`}>
      {t('status.engine', { name: name.replace(/ \(.*$/, '') })}
    </span>
  );
}

function LastCall() {
  const { t } = useTranslation();
  const { data: last } = useHistoryCall(useRecentCalls()[0]?.id);
  const http = last?.record.http;
  return http ? (
    <span className="status-line-timings" title={t('status.lastCall')}>
      <TimingsText timings={http.timings} />
    </span>
  ) : null;
}

function DraftState() {
  const { t } = useTranslation();
  const say = useBilingual();
  const failure = useCompose((state) => state.draftFailure);
  const changed = useCompose((state) => state.activeId !== undefined && state.changedIds.has(state.activeId));
  const waiting = useCompose((state) => state.draftsWaiting);
  if (failure) return <b role="alert">{t('toolbar.draftFailed', { reason: say(failure.text) })}</b>;
  return changed && !waiting ? <span>{t('toolbar.draftSaved')}</span> : null;
}

function MaskingSwitch() {
  const { t } = useTranslation();
  const masking = usePreferences((state) => state.masking);
  const setMasking = usePreferences((state) => state.setMasking);
  const keys = useKeyText('toggleMasking');
  const Icon = masking ? EyeOff : Eye;
  return (
    <button
      type="button"
      data-testid="masking"
      aria-pressed={masking}
      aria-keyshortcuts={keys.aria}
      title={`${t('masking.title')}  ${keys.text}`.trim()}
      onClick={() => setMasking(!masking)}
    >
      <Icon size={12} aria-hidden />
      {t(masking ? 'masking.on' : 'masking.off')}
    </button>
  );
}

function LanguageSwitch() {
  const { t } = useTranslation();
  const language = usePreferences((state) => state.language);
  const setLanguage = usePreferences((state) => state.setLanguage);
  return (
    <button
      type="button"
      data-testid="language"
      title={t('status.language')}
      aria-label={t('status.language')}
      onClick={() => setLanguage(language === 'zh' ? 'en' : 'zh')}
    >
      <Languages size={12} aria-hidden />
      {language === 'zh' ? '中文 / EN' : 'EN / 中文'}
    </button>
  );
}

const themeIcons = { light: Sun, dark: Moon, system: Monitor };
const themeTexts = { light: 'status.themeLight', dark: 'status.themeDark', system: 'status.themeSystem' } as const;

function ThemeSwitch() {
  const { t } = useTranslation();
  const theme = usePreferences((state) => state.theme);
  const setTheme = usePreferences((state) => state.setTheme);
  const Icon = themeIcons[theme];
  return (
    <button
      type="button"
      data-testid="theme"
      title={t(themeTexts[theme])}
      aria-label={t(themeTexts[theme])}
      onClick={() => setTheme(nextTheme[theme])}
    >
      <Icon size={12} aria-hidden />
      {t(`settings.${theme}`)}
    </button>
  );
}
