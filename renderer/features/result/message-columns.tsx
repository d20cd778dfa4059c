import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef } from 'react';
import { Popover } from 'antd';
import { Columns3 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { usePreferences } from '../../app/preferences.ts';
import { columnNames, type ColumnName, moveEnd, shownColumns, toggleColumn, usualColumns } from './column-shares.ts';
import './message-columns.css';

const keyStep = 0.03;

/** The six views of a call in three columns that are hidden and resized by whoever reads them; double-click evens them out. */
export function MessageColumns({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation();
  const columns = usePreferences((state) => state.columns);
  const setColumns = usePreferences((state) => state.setColumns);
  const grid = useRef<HTMLDivElement>(null);
  const shown = shownColumns(columns);

  function beginDrag(name: ColumnName, event: PointerEvent<HTMLDivElement>): void {
    const { currentTarget, pointerId, clientX } = event;
    const { width } = grid.current?.getBoundingClientRect() ?? { width: 1 };
    const move = (moved: globalThis.PointerEvent) =>
      setColumns(moveEnd(columns, name, (moved.clientX - clientX) / width));
    const end = () => {
      currentTarget.removeEventListener('pointermove', move);
      currentTarget.removeEventListener('lostpointercapture', end);
    };
    currentTarget.setPointerCapture(pointerId);
    currentTarget.addEventListener('pointermove', move);
    currentTarget.addEventListener('lostpointercapture', end);
  }

  function moveByKey(name: ColumnName, event: KeyboardEvent): void {
    const step = { ArrowLeft: -keyStep, ArrowRight: keyStep }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    setColumns(moveEnd(columns, name, step));
  }

  return (
    <div
      ref={grid}
      className="message-panes"
      data-hidden={columns.hidden.join(' ')}
      style={{ gridTemplateColumns: shown.map(({ share }) => `minmax(0, ${share}fr)`).join(' ') }}
    >
      {children}
      {shown.slice(0, -1).map(({ name, end }) => (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- a movable separator is a widget (ARIA 1.2)
        <div
          key={name}
          role="separator"
          className="message-columns-divider"
          aria-label={t('columns.width', { column: t(`columns.${name}`) })}
          aria-orientation="vertical"
          aria-valuenow={Math.round(end * 100)}
          aria-valuemin={0}
          aria-valuemax={100}
          title={t('columns.hint')}
          tabIndex={0}
          style={{ left: `${end * 100}%` }}
          onPointerDown={(event) => beginDrag(name, event)}
          onKeyDown={(event) => moveByKey(name, event)}
          onDoubleClick={() => setColumns({ ...columns, shares: usualColumns.shares })}
        />
      ))}
    </div>
  );
}

/** Which columns are shown. */
export function ColumnsButton() {
  const { t } = useTranslation();
  const columns = usePreferences((state) => state.columns);
  const setColumns = usePreferences((state) => state.setColumns);
  const { hidden } = columns;
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      content={
        <div className="columns-choice" role="group" aria-label={t('columns.title')}>
          {columnNames.map((name) => (
            <label key={name}>
              <input
                type="checkbox"
                data-testid={`column-${name}`}
                checked={!hidden.includes(name)}
                // One stays: nothing at all would be no view of a call.
                disabled={!hidden.includes(name) && hidden.length === columnNames.length - 1}
                onChange={() => setColumns(toggleColumn(columns, name))}
              />
              {t(`columns.${name}`)}
            </label>
          ))}
        </div>
      }
    >
      <button
        type="button"
        className="pane-toggle"
        aria-label={t('columns.title')}
        title={t('columns.title')}
        data-testid="columns"
      >
        <Columns3 size={13} aria-hidden />
      </button>
    </Popover>
  );
}
