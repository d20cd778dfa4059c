import type { ReactNode } from 'react';
import { ArrowDown, ArrowUp, Copy, Plus, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { valueAt, type DataPath } from '../../../../shared/data/data-path.ts';
import { equalData, isRecord, lineOf, type Data, type DataRecord } from '../../../../shared/data/data.ts';
import { originalAt } from '../../../../shared/own-platform/profile-changes.ts';
import { useBilingual } from '../../../i18n/use-bilingual.ts';
import { IconButton } from '../../../ui/icon-button.tsx';
import { SplitPane } from '../../../ui/split-pane.tsx';
import { Tag } from '../../../ui/tag.tsx';
import { startsWith, useDraft } from '../draft-context.ts';
import { platformsScreen, usePlatformsScreen } from '../platforms-store.ts';
import { wordsOf } from './draft-words.tsx';
import './named-items.css';

interface NamedItemsProps {
  /** Of the list. */
  readonly path: DataPath;
  readonly label: string;
  /** The member that names an item. */
  readonly nameAt: string;
  /** A new item, before it has a name of its own. */
  readonly newItem: DataRecord;
  /** Names are of kinds and not of items: a new one keeps its name. */
  readonly mayRepeat?: boolean;
  readonly children: (path: DataPath) => ReactNode;
}

/** A list of named things and the form of one of them. */
export function NamedItems({ path, label, nameAt, newItem, mayRepeat = false, children }: NamedItemsProps) {
  const { t } = useTranslation();
  const say = useBilingual();
  const { whole, original, problems, isReadOnly, change } = useDraft();
  const list = path.join('.');
  const chosen = usePlatformsScreen((state) => state.items[list] ?? 0);
  const wished = usePlatformsScreen((state) => state.wished);
  const items = itemsAt(whole, path);
  const wishedIndex = wished === undefined ? -1 : items.findIndex((item) => nameOf(item, nameAt) === wished);
  const index = Math.min(wishedIndex === -1 ? chosen : wishedIndex, items.length - 1);

  const fresh = (item: DataRecord) => (mayRepeat ? item : freshItem(item, { nameAt, items }));

  function replace(next: readonly Data[], show: number): void {
    change(path, next);
    platformsScreen.chooseItem(list, show);
  }

  function move(by: number): void {
    const next = [...items];
    const [item] = next.splice(index, 1);
    if (item === undefined) return;
    next.splice(index + by, 0, item);
    replace(next, index + by);
  }

  const isChanged = (place: number, item: Data): boolean => {
    if (original === undefined) return false;
    const before = originalAt(original, { whole, path: [...path, place] });
    return before === undefined || !equalData(before, item);
  };

  return (
    <SplitPane
      name="platformItems"
      direction="row"
      sized="first"
      initial="clamp(150px, 26%, 230px)"
      minimum={{ sized: 130, rest: 260 }}
      first={
        <div className="named-items">
          {!isReadOnly && (
            <div className="named-items-tools" role="toolbar" aria-label={t('platforms.itemsOf', { label })}>
              <IconButton
                label={t('platforms.add')}
                testId={`platform-add-${list}`}
                onClick={() => replace([...items, fresh(newItem)], items.length)}
              >
                <Plus size={13} aria-hidden />
              </IconButton>
              <IconButton
                label={t('platforms.duplicate')}
                disabled={index < 0}
                onClick={() => {
                  const item = items[index];
                  if (!isRecord(item)) return;
                  replace([...items.slice(0, index + 1), fresh(item), ...items.slice(index + 1)], index + 1);
                }}
              >
                <Copy size={13} aria-hidden />
              </IconButton>
              <IconButton label={t('platforms.up')} disabled={index < 1} onClick={() => move(-1)}>
                <ArrowUp size={13} aria-hidden />
              </IconButton>
              <IconButton
                label={t('platforms.down')}
                disabled={index < 0 || index >= items.length - 1}
                onClick={() => move(1)}
              >
                <ArrowDown size={13} aria-hidden />
              </IconButton>
              <IconButton
                label={t('platforms.takeAway')}
                disabled={index < 0}
                onClick={() =>
                  replace(
                    items.filter((_, place) => place !== index),
                    Math.max(0, index - 1),
                  )
                }
              >
                <Trash2 size={13} aria-hidden />
              </IconButton>
            </div>
          )}
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls and must be reachable (WCAG 2.1.1) */}
          <ul aria-label={label} tabIndex={0}>
            {items.map((item, place) => (
              // oxlint-disable-next-line react/no-array-index-key -- names may repeat while they are typed
              <li key={place}>
                <button
                  type="button"
                  aria-current={place === index ? 'true' : undefined}
                  data-testid={`platform-item-${nameOf(item, nameAt)}`}
                  onClick={() => platformsScreen.chooseItem(list, place)}
                >
                  <code>{nameOf(item, nameAt)}</code>
                  <span>{say(wordsOf(isRecord(item) ? item['title'] : undefined))}</span>
                  {problems.some((problem) => startsWith(problem.path, [...path, place])) && (
                    <Tag tone="failure">{t('platforms.wrong')}</Tag>
                  )}
                  {isChanged(place, item) && <Tag tone="encrypted">{t('platforms.differs')}</Tag>}
                </button>
              </li>
            ))}
          </ul>
        </div>
      }
      second={
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls and must be reachable (WCAG 2.1.1)
        <div className="named-item" role="group" aria-label={t('platforms.itemOf', { label })} tabIndex={0}>
          {index < 0 ? <p className="work-nothing">{t('platforms.noItem')}</p> : children([...path, index])}
        </div>
      }
    />
  );
}

export function itemsAt(whole: Data, path: DataPath): readonly Data[] {
  const found = valueAt(whole, path);
  return Array.isArray(found) ? (found as readonly Data[]) : [];
}

/** Names of a list's items. */
export function namesIn(whole: Data, { list, nameAt }: { list: string; nameAt: string }): readonly string[] {
  return itemsAt(whole, [list]).map((item) => nameOf(item, nameAt));
}

function nameOf(item: Data, nameAt: string): string {
  return isRecord(item) ? lineOf(item[nameAt]) : '';
}

/** Under the first name that no other item has. */
function freshItem(item: DataRecord, { nameAt, items }: { nameAt: string; items: readonly Data[] }): DataRecord {
  const name = nameOf(item, nameAt);
  const taken = new Set(items.map((one) => nameOf(one, nameAt)));
  let free = name;
  for (let number = 2; taken.has(free); number += 1) free = `${name}${number}`;
  return { ...item, [nameAt]: free };
}
