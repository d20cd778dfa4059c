import { type ReactNode, useId, useState } from 'react';
import { Modal } from 'antd';
import { Maximize2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useHost } from '../../app/host-context.ts';
import type { Tone } from '../../app/palette.ts';
import { useBilingual } from '../../i18n/use-bilingual.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import type { NamesFile } from '../../../shared/files/file-members.ts';
import type { NamesMember } from '../../../shared/files/schema-members.ts';
import { FoldedText } from '../files/folded-text.tsx';
import { QrMemberList } from '../qr/qr-member-list.tsx';
import { ShowAsQr } from '../qr/show-as-qr.tsx';
import { CodeText } from '../trace/code-text.tsx';
import type { PartPlace } from '../trace/find-slot.ts';
import { fetchWholeValue, useWholeValue } from '../trace/use-whole-value.ts';
import { ValueView } from '../trace/value-view.tsx';
import { pairLines } from './pair-lines.ts';

interface MessagePaneProps {
  /** `request-plain`, `response-verified`, … */
  readonly id: string;
  readonly tone: Tone;
  readonly title: string;
  readonly aside?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** One of the six views of a call. */
export function MessagePane({ id, tone, title, aside, actions, children }: MessagePaneProps) {
  const titleId = useId();
  return (
    <section className="message-pane" data-tone={tone} aria-labelledby={titleId}>
      <header>
        <h3 id={titleId}>{title}</h3>
        <span>{aside}</span>
        {actions}
      </header>
      <div
        className="message-pane-body"
        role="group"
        aria-labelledby={titleId}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls and must be reachable (WCAG 2.1.1)
        tabIndex={0}
        data-testid={`result-${id}`}
      >
        {children}
      </div>
    </section>
  );
}

interface ValuePaneProps extends Omit<MessagePaneProps, 'actions' | 'children'> {
  readonly places: readonly PartPlace[];
  readonly layOut: 'json' | 'pairs';
  /** Of a body in clear: what the interface's schema names as a file. Elsewhere only files of known types are files. */
  readonly namesFile?: NamesFile;
  /** Of a body in clear: what the interface's schema names as the content of a QR code. */
  readonly namesQr?: NamesMember;
  /** What is said when there is no such value. */
  readonly absent?: string | undefined;
  readonly below?: string | undefined;
}

/** A view of one value: laid out or as it is, to be copied, and to be opened large in all its forms. */
export function ValuePane({ places, layOut, namesFile, namesQr, absent, below, ...pane }: ValuePaneProps) {
  const { t } = useTranslation();
  const host = useHost();
  const [raw, setRaw] = useState(false);
  const [large, setLarge] = useState(false);
  const size = places.reduce((total, { part }) => total + part.size, 0);
  const wholeText = async () =>
    (await Promise.all(places.map((place) => fetchWholeValue(host, place, place.part.form)))).join('\n');

  return (
    <MessagePane
      {...pane}
      aside={pane.aside ?? (places.length > 0 && t('wire.bytes', { count: size }))}
      actions={
        places.length > 0 && (
          <>
            <button type="button" className="pane-toggle" aria-pressed={raw} onClick={() => setRaw(!raw)}>
              {t('value.raw')}
            </button>
            <CopyButton what={pane.title} text={wholeText} />
            <ShowAsQr what={pane.title} text={wholeText} />
            <IconButton label={t('value.enlarge', { what: pane.title })} onClick={() => setLarge(true)}>
              <Maximize2 size={12} aria-hidden />
            </IconButton>
          </>
        )
      }
    >
      {places.length === 0 && <p className="pane-note">{absent ?? t('result.none')}</p>}
      {places.map((place) => (
        <PaneText
          key={place.index}
          place={place}
          layOut={raw ? 'nothing' : layOut}
          label={pane.title}
          namesFile={namesFile}
          namesQr={namesQr}
          isBrief={pane.tone === 'plain'}
        />
      ))}
      {below !== undefined && <p className="pane-below">{below}</p>}
      <Modal
        open={large}
        title={pane.title}
        footer={null}
        width="min(1100px, 92vw)"
        destroyOnHidden
        onCancel={() => setLarge(false)}
        classNames={{ body: 'pane-large' }}
      >
        {places.map((place) => (
          <ValueView key={place.index} place={place} what={pane.title} />
        ))}
      </Modal>
    </MessagePane>
  );
}

interface PaneTextProps {
  readonly place: PartPlace;
  readonly layOut: 'json' | 'pairs' | 'nothing';
  readonly label: string;
  readonly namesFile: NamesFile | undefined;
  readonly namesQr: NamesMember | undefined;
  readonly isBrief: boolean;
}

function PaneText({ place, layOut, label, namesFile, namesQr, isBrief }: PaneTextProps) {
  const { t } = useTranslation();
  const say = useBilingual();
  const { form, name } = place.part;
  const whole = useWholeValue(place, form);
  if (whole.state === 'loading') return <p className="pane-note">{t('value.loading')}</p>;
  // The host may have forgotten the rest of an old call; its beginning is still here.
  const text = whole.state === 'here' ? whole.text : place.part.excerpt;
  return (
    <>
      {whole.state === 'failed' && <p className="pane-note">{say(whole.failure.text)}</p>}
      {name !== '' && <code className="pane-note">{name}</code>}
      {namesQr && <QrMemberList text={text} namesQr={namesQr} label={label} isBrief={isBrief} />}
      {layOut === 'json' ? (
        <FoldedText
          text={text}
          label={label}
          laidOut
          unknownFiles={namesFile !== undefined}
          namesFile={namesFile}
          scrolls={false}
        />
      ) : (
        <CodeText text={layOut === 'pairs' ? pairLines(text) : text} label={label} scrolls={false} />
      )}
    </>
  );
}
