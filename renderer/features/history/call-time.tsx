import { usePreferences } from '../../app/preferences.ts';

const locales = { zh: 'zh-CN', en: 'en-GB' } as const;

/** When a call was made: the time of day, with the date where it is not today's. */
export function CallTime({ at }: { readonly at: number }) {
  const language = usePreferences((state) => state.language);
  const date = new Date(at);
  const time = date.toLocaleTimeString(locales[language], { hour12: false });
  const day = isToday(date) ? '' : `${date.toLocaleDateString(locales[language])} `;
  return (
    <time dateTime={date.toISOString()} title={date.toISOString()}>
      {day}
      {time}
    </time>
  );
}

function isToday(date: Date): boolean {
  return date.toDateString() === new Date().toDateString();
}
