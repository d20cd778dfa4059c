import { type KeyboardEvent, useDeferredValue, useState } from 'react';
import { Input } from 'antd';
import { ChevronDown, ChevronRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { RequestFolder, SavedRequest, Workspace } from '../../../../shared/model/workspace.ts';
import type { Profile } from '../../../../shared/profile/profile.ts';
import { useBilingual } from '../../../i18n/use-bilingual.ts';
import { useCompose } from '../compose-store.ts';
import { type SentCall, useSentCalls } from '../use-send.ts';
import { filterRequests } from './filter-requests.ts';
import './collection-tree.css';

interface CollectionTreeProps {
  readonly workspace: Workspace;
  readonly platforms: readonly Profile[];
  readonly onOpen: (request: SavedRequest) => void;
}

/** The workspace's requests by folder. Arrow keys move between the rows. */
export function CollectionTree({ workspace, platforms, onOpen }: CollectionTreeProps) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const folders = filterRequests(workspace.folders, { text: useDeferredValue(text), platforms });

  return (
    <nav className="collection-tree" aria-label={t('collection.label')}>
      <Input
        allowClear
        aria-label={t('collection.filter')}
        placeholder={t('collection.filter')}
        data-testid="collection-filter"
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- only moves focus between the buttons inside */}
      <div className="collection-tree-rows" onKeyDown={moveFocus}>
        {folders.map((folder) => (
          <Folder key={folder.title.en} folder={folder} onOpen={onOpen} />
        ))}
        {folders.length === 0 && <p>{t('collection.none', { text })}</p>}
      </div>
    </nav>
  );
}

function Folder({
  folder,
  onOpen,
}: {
  readonly folder: RequestFolder;
  readonly onOpen: CollectionTreeProps['onOpen'];
}) {
  const say = useBilingual();
  const [open, setOpen] = useState(true);
  return (
    <section>
      <button type="button" className="collection-folder" aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? <ChevronDown size={12} aria-hidden /> : <ChevronRight size={12} aria-hidden />}
        <span title={say(folder.title)}>{say(folder.title)}</span>
      </button>
      {open && (
        <ul>
          {folder.requests.map((request) => (
            <li key={request.id}>
              <RequestRow request={request} onOpen={onOpen} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function RequestRow({
  request,
  onOpen,
}: {
  readonly request: SavedRequest;
  readonly onOpen: CollectionTreeProps['onOpen'];
}) {
  const { t } = useTranslation();
  const say = useBilingual();
  const { id, title, note } = request;
  const active = useCompose((state) => state.activeId === id);
  const changed = useCompose((state) => state.changedIds.has(id));
  const last = useSentCalls().find(({ requestId }) => requestId === id);
  return (
    <button
      type="button"
      className="collection-request"
      aria-current={active ? 'page' : undefined}
      data-testid={`request-${id}`}
      title={note && say(note)}
      onClick={() => onOpen(request)}
    >
      <span>{say(title)}</span>
      {changed && (
        <b role="img" aria-label={t('collection.changed')} title={t('collection.changed')}>
          ＊
        </b>
      )}
      {last && <LastCall last={last} />}
    </button>
  );
}

function LastCall({ last: { record } }: { readonly last: SentCall }) {
  const { t } = useTranslation();
  const say = useBilingual();
  const { status, verdict } = record;
  const words = status ? `${status.code} ${say(status.meaning)}` : t(`result.verdict.${verdict}`);
  const label = t('collection.last', { status: words });
  return <i data-tone={verdict === 'success' ? 'decrypted' : 'failure'} role="img" aria-label={label} title={label} />;
}

function moveFocus(event: KeyboardEvent<HTMLDivElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const rows = [...event.currentTarget.querySelectorAll('button')];
  const place = rows.findIndex((row) => row === document.activeElement);
  rows[place + (event.key === 'ArrowDown' ? 1 : -1)]?.focus();
  event.preventDefault();
}
