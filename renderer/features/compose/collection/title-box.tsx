import { useRef } from 'react';
import { useTranslation } from 'react-i18next';

interface TitleBoxProps {
  readonly title: string;
  readonly onDone: (title: string | undefined) => void;
}

/** The title of a row, typed where it stands. Enter and leaving take it, Escape leaves it as it was. */
export function TitleBox({ title, onDone }: TitleBoxProps) {
  const { t } = useTranslation();
  const isDone = useRef(false);
  function end(typed: string | undefined): void {
    if (isDone.current) return;
    isDone.current = true;
    const wanted = typed?.trim();
    onDone(wanted === '' || wanted === title ? undefined : wanted);
  }
  return (
    <input
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- asked for by F2, in place of what had the focus
      autoFocus
      className="collection-title-box"
      aria-label={t('workspace.title')}
      data-testid="tree-title"
      defaultValue={title}
      maxLength={200}
      onFocus={({ target }) => target.select()}
      onKeyDown={({ key, nativeEvent, currentTarget }) => {
        if (nativeEvent.isComposing) return;
        if (key === 'Enter') end(currentTarget.value);
        else if (key === 'Escape') end(undefined);
      }}
      onBlur={({ currentTarget }) => end(currentTarget.value)}
    />
  );
}
