import { useEffect, useState } from 'react';
import { Button } from 'antd';
import { Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { HufuErrorDetail } from '../../../../shared/hufu-error.ts';
import type { PublicKeyExportForm } from '../../../../shared/model/key.ts';
import type { KeySummary } from '../../../../shared/model/key-ring.ts';
import { failureFrom } from '../../../app/host-failure.ts';
import { useHost } from '../../../app/host-context.ts';
import { Choice } from '../../../ui/choice.tsx';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { FailureNotice } from '../../../ui/failure-notice.tsx';
import { CodeText } from '../../trace/code-text.tsx';
import { fileNameFor, publicForms } from './export-forms.ts';
import './export-form.css';

/** The public half of a key in the form the other side asks for; it may be shown, copied and saved. */
export function PublicHalf({ summary }: { readonly summary: KeySummary }) {
  const { t } = useTranslation();
  const forms = publicForms(summary);
  const [form, setForm] = useState(forms[0]);
  const { text, failure } = usePublicText(summary.id, form);
  if (form === undefined) return null;

  return (
    <section className="public-half" aria-label={t('keys.export.public')}>
      <header>
        <h4>{t('keys.export.public')}</h4>
        <Choice
          label={t('keys.export.form')}
          testId="public-form"
          value={form}
          options={forms.map((value) => ({ value, label: t(`keys.export.forms.${value}`) }))}
          onChange={(chosen) => setForm(forms.find((candidate) => candidate === chosen))}
        />
        {text !== undefined && (
          <>
            <CopyButton what={t('keys.export.public')} text={() => text} />
            <Button
              size="small"
              icon={<Download size={13} aria-hidden />}
              data-testid="public-save"
              onClick={() => saveText(text, fileNameFor({ label: `${summary.label}-public`, form }))}
            >
              {t('keys.export.save')}
            </Button>
          </>
        )}
      </header>
      {text !== undefined && (
        <div data-testid="public-text">
          <CodeText text={text} label={t('keys.export.public')} />
        </div>
      )}
      {failure && <FailureNotice title={t('keys.export.failed')} failure={failure} />}
    </section>
  );
}

function usePublicText(id: string, form: PublicKeyExportForm | undefined) {
  const host = useHost();
  const [written, setWritten] = useState<{ readonly form: string; readonly text: string }>();
  const [failure, setFailure] = useState<HufuErrorDetail>();
  useEffect(() => {
    if (form === undefined) return undefined;
    let isGone = false;
    async function fetchText(chosen: PublicKeyExportForm): Promise<void> {
      try {
        const text = await host.keys.exportPublic.mutate({ id, form: chosen });
        if (isGone) return;
        setWritten({ form: chosen, text });
        setFailure(undefined);
      } catch (error) {
        if (!isGone) setFailure(failureFrom(error));
      }
    }
    void fetchText(form);
    return () => {
      isGone = true;
    };
  }, [host, id, form]);
  return { text: written?.form === form ? written?.text : undefined, failure };
}

/** A download of the browser: nothing in a public half needs the care that a private key gets. */
function saveText(text: string, name: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
