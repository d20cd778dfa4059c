import { useState } from 'react';
import { Download, GitCompare, Pin, PinOff, Repeat, Send, SquarePen, Tags } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { HistoryCall } from '../../../shared/model/history.ts';
import { showScreen } from '../../app/screen-store.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { openFromHistory } from '../compose/drafts.ts';
import { historyScreen } from './history-store.ts';
import { useHistoryActions } from './use-history-actions.ts';

interface CallActionsProps {
  readonly call: HistoryCall;
  /** Called with the id of a call that was made from this one. */
  readonly onSent: (id: string) => void;
}

/** What can be done with one call: send it again in two ways, look at it beside another, mark it, take it along. */
export function CallActions({ call: { entry, record }, onSent }: CallActionsProps) {
  const { t } = useTranslation();
  const { send, mark } = useHistoryActions();
  const [isSending, setSending] = useState(false);
  const { id, pinned, bodiesKept } = entry;
  const isWritten = record.notRecorded === undefined;

  async function sendAgain(how: 'sendExactly' | 'signAndSend'): Promise<void> {
    setSending(true);
    const sent = await send(how, id);
    setSending(false);
    if (sent) onSent(sent.id);
  }

  function openInCompose(): void {
    openFromHistory(record);
    showScreen('compose');
  }

  if (!isWritten) return null;
  return (
    <span className="call-actions" role="group" aria-label={t('history.actions')}>
      <button
        type="button"
        className="pane-toggle"
        disabled={isSending || !bodiesKept}
        title={t(bodiesKept ? 'history.sendExactlyTitle' : 'history.notKept')}
        data-testid="send-exactly"
        onClick={() => void sendAgain('sendExactly')}
      >
        <Repeat size={12} aria-hidden /> <span>{t('history.sendExactly')}</span>
      </button>
      <button
        type="button"
        className="pane-toggle"
        disabled={isSending || !bodiesKept}
        title={t(bodiesKept ? 'history.signAndSendTitle' : 'history.notKept')}
        data-testid="sign-and-send"
        onClick={() => void sendAgain('signAndSend')}
      >
        <Send size={12} aria-hidden /> <span>{t('history.signAndSend')}</span>
      </button>
      <IconButton
        label={t('history.compare')}
        testId="compare"
        onClick={() => historyScreen.ask({ kind: 'compare', left: id, right: undefined })}
      >
        <GitCompare size={13} aria-hidden />
      </IconButton>
      <IconButton
        label={t(pinned ? 'history.unpin' : 'history.pin')}
        pressed={pinned}
        testId="pin"
        onClick={() => void mark({ ids: [id], pinned: !pinned })}
      >
        {pinned ? <PinOff size={13} aria-hidden /> : <Pin size={13} aria-hidden />}
      </IconButton>
      <IconButton
        label={t('history.describe')}
        testId="describe"
        onClick={() => historyScreen.ask({ kind: 'describe', id })}
      >
        <Tags size={13} aria-hidden />
      </IconButton>
      <IconButton
        label={t('history.export')}
        testId="export-call"
        onClick={() => historyScreen.ask({ kind: 'export', ids: [id] })}
      >
        <Download size={13} aria-hidden />
      </IconButton>
      {bodiesKept && (
        <IconButton label={t('history.openInCompose')} testId="open-in-compose" onClick={openInCompose}>
          <SquarePen size={13} aria-hidden />
        </IconButton>
      )}
    </span>
  );
}
