import { useCallback, useState } from 'react';
import { Button, Dropdown } from 'antd';
import { AlignLeft, ChevronDown } from 'lucide-react';
import type { editor } from 'monaco-editor/editor';
import { useTranslation } from 'react-i18next';
import type { Bilingual } from '../../../../shared/bilingual.ts';
import { HufuError, type HufuErrorDetail } from '../../../../shared/hufu-error.ts';
import { parseJson } from '../../../../shared/json/json-text.ts';
import { writeJson } from '../../../../shared/json/write-json.ts';
import type { Preview } from '../../../../shared/model/call-record.ts';
import { bytesOfUtf8 } from '../../../../shared/pipeline/sizes.ts';
import type { Profile } from '../../../../shared/profile/profile.ts';
import { useBilingual } from '../../../i18n/use-bilingual.ts';
import { FailureNotice } from '../../../ui/failure-notice.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { takeSample } from '../call-changes.ts';
import { activeCallOf, compose, useCompose } from '../compose-store.ts';
import { BodyEditor } from './body-editor.tsx';
import { type BodyShape, bodyTemplate } from './body-template.ts';
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

  const replaceBody = useCallback((body: string) => {
    setNotFormatted(undefined);
    compose.change((call) => ({ ...call, body }));
  }, []);

  function format(): void {
    const text = compose.activeCall()?.body ?? '';
    try {
      replaceBody(writeJson(parseJson(text).root, 'pretty'));
    } catch (error) {
      if (!(error instanceof HufuError)) throw error;
      setNotFormatted({ body: text, failure: error.detail });
    }
  }

  function reveal(position: { readonly line: number; readonly column: number }): void {
    view?.setPosition({ lineNumber: position.line, column: position.column });
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
          <Button
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
      <BodyEditor requestId={requestId} profile={profile} chosen={chosen} findings={findings} onEditor={setView} />
      {notFormatted?.body === composed && notFormatted && (
        <FailureNotice
          title={t('body.format')}
          failure={notFormatted.failure}
          onDismiss={() => setNotFormatted(undefined)}
        />
      )}
      <BodyFooter findings={findings} onReveal={reveal} />
    </Panel>
  );
}

const templateKeys = { object: 'templateObject', paged: 'templatePaged', batch: 'templateBatch' } as const;

function BodyFooter({
  findings,
  onReveal,
}: {
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
          {t('body.position', first.position)} {say(first.message)}
        </button>
      ) : (
        <span>{t('body.tabHint')}</span>
      )}
      {located.length > 1 && <span>{t('body.problems', { count: located.length })}</span>}
      <span>{t('body.size', { bytes: bytesOfUtf8(body) })}</span>
    </footer>
  );
}
