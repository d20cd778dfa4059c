import { useEffect, useRef, useState } from 'react';
import { Input, type InputRef } from 'antd';
import { Search } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { historyScreen, useHistoryScreen } from './history-store.ts';

/** From the last key to the question. */
const pauseMilliseconds = 200;

/** What is looked for, from one character on; `/` comes here from anywhere on the screen. */
export function HistorySearch() {
  const { t } = useTranslation();
  const sought = useHistoryScreen((state) => state.filter.text ?? '');
  const [text, setText] = useState(sought);
  const [known, setKnown] = useState(sought);
  const input = useRef<InputRef>(null);
  if (known !== sought) {
    // Cleared or set from elsewhere.
    setKnown(sought);
    if (text.trim() !== sought) setText(sought);
  }

  useEffect(() => {
    const wanted = text.trim();
    if (wanted === (useHistoryScreen.getState().filter.text ?? '')) return undefined;
    const timer = setTimeout(() => historyScreen.filter({ text: wanted || undefined }), pauseMilliseconds);
    return () => clearTimeout(timer);
  }, [text]);

  useEffect(() => {
    function onKey(event: KeyboardEvent): void {
      const { target } = event;
      const isTyping = target instanceof HTMLElement && target.closest('input, textarea, select, .monaco-editor');
      if (event.key !== '/' || isTyping || useHistoryScreen.getState().dialog) return;
      event.preventDefault();
      input.current?.focus({ cursor: 'all' });
    }
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);

  return (
    <Input
      ref={input}
      allowClear
      maxLength={200}
      prefix={<Search size={13} aria-hidden />}
      aria-label={t('history.search')}
      placeholder={t('history.searchHint')}
      data-testid="history-search"
      value={text}
      onChange={({ target }) => setText(target.value)}
    />
  );
}
