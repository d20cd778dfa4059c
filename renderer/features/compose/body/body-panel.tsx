import { useCallback, useMemo, useState } from 'react';
import { Button, Dropdown } from 'antd';
import { AlignLeft, ChevronDown } from 'lucide-react';
import type { editor } from 'monaco-editor/editor';
import { useTranslation } from 'react-i18next';
import type { Bilingual } from '../../../../shared/bilingual.ts';
import { fileMembers, filePaths } from '../../../../shared/files/file-members.ts';
import { HufuError, type HufuErrorDetail } from '../../../../shared/hufu-error.ts';
import { parseJson } from '../../../../shared/json/json-text.ts';
import { writeJson } from '../../../../shared/json/write-json.ts';
import type { Preview } from '../../../../shared/model/call-record.ts';
import type { Profile } from '../../../../shared/profile/profile.ts';
import { useBilingual } from '../../../i18n/use-bilingual.ts';
import { FailureNotice } from '../../../ui/failure-notice.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { takeSample } from '../call-changes.ts';
import { activeCallOf, compose, useCompose } from '../compose-store.ts';
import { AttachButton } from './attach-button.tsx';
import type { AttachPlace } from './attach-places.ts';
import { BodyEditor } from './body-editor.tsx';
import { BodyFiles } from './body-files.tsx';
import type { BodyView } from './body-edit.ts';
import { bodyFolds, bytesOfBody } from './body-folds.ts';
import { type BodyShape, bodyTemplate } from './body-template.ts';
import { QrMenu } from './qr-menu.tsx';
import { shownPosition } from './shown-position.ts';
import { useAttachFile } from './use-attach-file.ts';
import { useBodyDrop } from './use-body-drop.ts';
import { useFileChooser } from './use-file-chooser.tsx';
import './body-panel.css';

interface BodyPanelProps {
  readonly requestId: string;
  /** What the request is there to show. */
  readonly note: Bilingual | undefined;
  readonly profile: Profile;
  readonly preview: Preview | undefined;
}

const shapes: readonly BodyShape[] = ['object', 'paged', 'batch'];
const noFindings: Preview['findings'] = [];

/** The body as it is composed, with its shapes, samples and problems. */
export function BodyPanel({ requestId, note, profile, preview }: BodyPanelProps) {
  const { t } = useTranslation();
  const say = useBilingual();
  const interfaceId = useCompose((state) => activeCallOf(state)?.interface);
  const chosen = profile.interfaces.find(({ id }) => id === interfaceId);
  const [view, setView] = useState<editor.IStandaloneCodeEditor>();
  const [notFormatted, setNotFormatted] = useState<{ readonly body: string; readonly failure: HufuErrorDetail }>();
  const composed = useCompose((state) => activeCallOf(state)?.body);
  const findings = preview?.findings ?? noFindings;
  const namesFile = useMemo(() => fileMembers(chosen?.requestSchema), [chosen]);
  const paths = useMemo(() => filePaths(chosen?.requestSchema), [chosen]);
  const attaching = useAttachFile(view);
  const take = (file: File, place: AttachPlace) => void attaching.attach(file, place);
  const chooser = useFileChooser<AttachPlace>(t('files.chooser'), take);
  const drop = useBodyDrop({ view, namesFile, onFile: take, onMissed: attaching.missed });

  const replaceBody = useCallback((body: string) => {
    setNotFormatted(undefined);
    compose.change((call) => ({ ...call, body }));
  }, []);

  function format(): void {
    const text = compose.activeCall()?.body ?? '';
    try {
      // Files keep every escape that they were written with, and their length costs nothing.
      replaceBody(bodyFolds.unfold(writeJson(parseJson(bodyFolds.fold(text)).root, 'pretty')));
    } catch (error) {
      if (!(error instanceof HufuError)) throw error;
      setNotFormatted({ body: text, failure: error.detail });
    }
  }

  function reveal(position: { readonly line: number; readonly column: number }): void {
    const { line, column } = shownPosition(view?.getModel(), position);
    view?.setPosition({ lineNumber: line, column });
    view?.revealLineInCenter(position.line);
    view?.focus();
  }

  return (
    <Panel
      title={t('body.title')}
      aside={
        <>
          <span className="body-shape">{chosen && chosen.shape !== 'other' && t(`body.shape.${chosen.shape}`)}</span>
          {(chosen?.shape ?? 'object') !== 'other' && (
            <Dropdown
              trigger={['click']}
              menu={{
                items: shapes.map((shape) => ({ key: shape, label: t(`body.${templateKeys[shape]}`) })),
                onClick: ({ key }) => replaceBody(bodyTemplate(key as BodyShape, chosen ?? { requestSchema: {} })),
              }}
            >
              <Button size="small" type="text" data-testid="body-templates">
                {t('body.templates')} <ChevronDown size={11} aria-hidden />
              </Button>
            </Dropdown>
          )}
          <Dropdown
            trigger={['click']}
            disabled={!chosen || chosen.samples.length === 0}
            menu={{
              items: (chosen?.samples ?? []).map(({ title }, index) => ({ key: String(index), label: say(title) })),
              onClick({ key }) {
                const sample = chosen?.samples[Number(key)];
                setNotFormatted(undefined);
                if (sample) compose.change((call) => takeSample(call, sample));
              },
            }}
          >
            <Button size="small" type="text" data-testid="body-samples">
              {t('body.samples')} <ChevronDown size={11} aria-hidden />
            </Button>
          </Dropdown>
          <AttachButton view={view} namesFile={namesFile} paths={paths} onPlace={chooser.choose} />
          <QrMenu view={view} schema={chosen?.requestSchema} />
          <Button
            className="body-short"
            size="small"
            type="text"
            icon={<AlignLeft size={12} aria-hidden />}
            title={t('body.formatTitle')}
            data-testid="body-format"
            onClick={format}
          >
            {t('body.format')}
          </Button>
        </>
      }
    >
      {note && <p className="body-note">{say(note)}</p>}
      <div className="body-drop" data-dragging={drop.dragging} data-hint={t('files.dropHere')} {...drop.handlers}>
        <BodyEditor requestId={requestId} profile={profile} chosen={chosen} findings={findings} onEditor={setView} />
      </div>
      {chooser.input}
      <BodyFiles view={view} namesFile={namesFile} onReplace={(listed) => chooser.choose({ kind: 'file', listed })} />
      <span role="status" className="visually-hidden">
        {attaching.status}
      </span>
      {attaching.failure && (
        <FailureNotice title={t('files.notAttached')} failure={attaching.failure} onDismiss={attaching.dismiss} />
      )}
      {notFormatted?.body === composed && notFormatted && (
        <FailureNotice
          title={t('body.format')}
          failure={notFormatted.failure}
          onDismiss={() => setNotFormatted(undefined)}
        />
      )}
      <BodyFooter view={view} findings={findings} onReveal={reveal} />
    </Panel>
  );
}

const templateKeys = { object: 'templateObject', paged: 'templatePaged', batch: 'templateBatch' } as const;

function BodyFooter({
  view,
  findings,
  onReveal,
}: {
  readonly view: BodyView;
  readonly findings: Preview['findings'];
  readonly onReveal: (position: { readonly line: number; readonly column: number }) => void;
}) {
  const { t } = useTranslation();
  const say = useBilingual();
  const body = useCompose((state) => activeCallOf(state)?.body) ?? '';
  const located = findings.filter(({ position }) => position !== undefined);
  const [first] = located;
  return (
    <footer className="body-footer">
      {first?.position ? (
        <button
          type="button"
          data-tone={first.severity === 'error' ? 'failure' : 'encrypted'}
          data-testid="body-problem"
          title={say(first.message)}
          onClick={() => first.position && onReveal(first.position)}
        >
          {t('body.position', shownPosition(view?.getModel(), first.position))} {say(first.message)}
        </button>
      ) : (
        <span>{t('body.tabHint')}</span>
      )}
      {located.length > 1 && <span>{t('body.problems', { count: located.length })}</span>}
      <span>{t('body.size', { bytes: bytesOfBody(body) })}</span>
    </footer>
  );
}
