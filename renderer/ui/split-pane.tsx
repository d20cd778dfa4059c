import { type KeyboardEvent, type PointerEvent, type ReactNode, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { usePreferences } from '../app/preferences.ts';
import './split-pane.css';

export type DividerName =
  | 'collection'
  | 'environments'
  | 'header'
  | 'wire'
  | 'result'
  | 'calls'
  | 'history'
  | 'platforms'
  | 'platformItems'
  | 'platformCheck';

interface SplitPaneProps {
  /** Names the divider for assistive technology, and its size among the preferences. */
  readonly name: DividerName;
  /** `row`: side by side. `column`: one above the other. */
  readonly direction: 'row' | 'column';
  /** Which of the two keeps its size; the other takes the rest. */
  readonly sized: 'first' | 'second';
  /** CSS length of the sized pane until a person changes it. */
  readonly initial: string;
  /** Pixels that each pane keeps at least. */
  readonly minimum: { readonly sized: number; readonly rest: number };
  readonly first: ReactNode;
  readonly second: ReactNode;
}

const keyStep = 16;

/** Two panes with a divider that is moved by pointer or arrow keys; double-click or Home puts it back. */
export function SplitPane({ name, direction, sized, initial, minimum, first, second }: SplitPaneProps) {
  const { t } = useTranslation();
  const size = usePreferences((state) => state.panes[name]);
  const setPane = usePreferences((state) => state.setPane);
  const pane = useRef<HTMLDivElement>(null);
  const paneId = useId();
  const isRow = direction === 'row';

  const currentSize = () => {
    const box = pane.current;
    return box ? (isRow ? box.offsetWidth : box.offsetHeight) : minimum.sized;
  };
  const largest = () => {
    const box = pane.current?.parentElement;
    return box ? (isRow ? box.offsetWidth : box.offsetHeight) - minimum.rest : Infinity;
  };
  const resize = (wanted: number) => setPane(name, Math.round(Math.max(minimum.sized, Math.min(wanted, largest()))));
  const reset = () => setPane(name, undefined);

  function beginDrag(event: PointerEvent<HTMLDivElement>): void {
    const { currentTarget, pointerId } = event;
    const start = isRow ? event.clientX : event.clientY;
    const startSize = currentSize();
    // The mouse moves in pixels of the screen, sizes are before the zoom of the settings.
    const { zoom } = getComputedStyle(document.documentElement);
    const sign = (sized === 'first' ? 1 : -1) / Number(zoom);
    const move = (moved: globalThis.PointerEvent) =>
      resize(startSize + sign * ((isRow ? moved.clientX : moved.clientY) - start));
    const end = () => {
      currentTarget.removeEventListener('pointermove', move);
      currentTarget.removeEventListener('lostpointercapture', end);
    };
    currentTarget.setPointerCapture(pointerId);
    currentTarget.addEventListener('pointermove', move);
    currentTarget.addEventListener('lostpointercapture', end);
  }

  function moveByKey(event: KeyboardEvent): void {
    const [back, forth] = isRow ? ['ArrowLeft', 'ArrowRight'] : ['ArrowUp', 'ArrowDown'];
    const step = (event.shiftKey ? 4 : 1) * keyStep * (sized === 'first' ? 1 : -1);
    if (event.key === forth) resize(currentSize() + step);
    else if (event.key === back) resize(currentSize() - step);
    else if (event.key === 'Home') reset();
    else return;
    event.preventDefault();
  }

  const style = {
    [isRow ? 'width' : 'height']: size ?? initial,
    [isRow ? 'minWidth' : 'minHeight']: minimum.sized,
    [isRow ? 'maxWidth' : 'maxHeight']: `calc(100% - ${minimum.rest}px)`,
  };
  const sizedPane = (content: ReactNode) => (
    <div ref={pane} id={paneId} className="split-pane-sized" style={style}>
      {content}
    </div>
  );
  const restPane = (content: ReactNode) => <div className="split-pane-rest">{content}</div>;

  return (
    <div className="split-pane" data-direction={direction}>
      {sized === 'first' ? sizedPane(first) : restPane(first)}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- a movable separator is a widget (ARIA 1.2) */}
      <div
        role="separator"
        className="split-pane-divider"
        aria-label={t(`split.${name}`)}
        aria-orientation={isRow ? 'vertical' : 'horizontal'}
        aria-controls={paneId}
        aria-valuenow={size ?? minimum.sized}
        aria-valuemin={minimum.sized}
        title={t('split.hint')}
        tabIndex={0}
        onPointerDown={beginDrag}
        onKeyDown={moveByKey}
        onDoubleClick={reset}
      />
      {sized === 'first' ? restPane(second) : sizedPane(second)}
    </div>
  );
}
