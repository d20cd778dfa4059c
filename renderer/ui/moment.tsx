import { usePreferences } from '../app/preferences.ts';

const locales = { zh: 'zh-CN', en: 'en-GB' } as const;

/** A point in time, in the clock of this machine; the exact one on hover. */
export function Moment({ at }: { readonly at: number | string }) {
  const language = usePreferences((state) => state.language);
  const date = new Date(at);
  // Beyond what a date can say.
  if (Number.isNaN(date.getTime())) return <span>–</span>;
  const shown = new Intl.DateTimeFormat(locales[language], { dateStyle: 'medium', timeStyle: 'short' }).format(date);
  return (
    <time dateTime={date.toISOString()} title={date.toISOString()}>
      {shown}
    </time>
  );
}
