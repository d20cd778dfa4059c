import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { EnvironmentTransport } from '../../../../shared/model/environment.ts';
import { Field } from '../../../ui/field.tsx';

/** How an environment is reached, as it is typed: every member a text. */
export interface TypedTransport {
  readonly timeoutSeconds: string;
  readonly proxy: string;
  readonly ca: string;
  readonly clientCertificate: string;
  /** One `host:port` a line. */
  readonly unverifiedHosts: string;
}

export function typedTransport({
  timeoutSeconds,
  proxy,
  ca,
  clientCertificate,
  unverifiedHosts,
}: EnvironmentTransport): TypedTransport {
  return {
    timeoutSeconds: timeoutSeconds === undefined ? '' : String(timeoutSeconds),
    proxy: proxy ?? '',
    ca: ca ?? '',
    clientCertificate: clientCertificate ?? '',
    unverifiedHosts: (unverifiedHosts ?? []).join('\n'),
  };
}

/** What is empty is left out. A time that is no number stays none: the field says so. */
export function transportOf({
  timeoutSeconds,
  proxy,
  ca,
  clientCertificate,
  unverifiedHosts,
}: TypedTransport): EnvironmentTransport {
  const hosts = unverifiedHosts.split(/[\s,]+/).filter(Boolean);
  const seconds = Number(timeoutSeconds);
  return {
    ...(timeoutSeconds.trim() !== '' && Number.isFinite(seconds) && { timeoutSeconds: seconds }),
    ...(proxy.trim() !== '' && { proxy: proxy.trim() }),
    ...(ca.trim() !== '' && { ca: `${ca.trim()}\n` }),
    ...(clientCertificate.trim() !== '' && { clientCertificate: `${clientCertificate.trim()}\n` }),
    ...(hosts.length > 0 && { unverifiedHosts: hosts }),
  };
}

export function isTimeLimit(text: string): boolean {
  const seconds = Number(text);
  return text.trim() === '' || (Number.isFinite(seconds) && seconds >= 0.1 && seconds <= 3600);
}

interface TransportFieldsProps {
  readonly value: TypedTransport;
  readonly onChange: (value: TypedTransport) => void;
  readonly errorOf: (name: string) => string | undefined;
}

/** Time limit, proxy, authorities, client certificate, and hosts whose certificate is not verified. */
export function TransportFields({ value, onChange, errorOf }: TransportFieldsProps) {
  const { t } = useTranslation();
  const change = (part: Partial<TypedTransport>) => onChange({ ...value, ...part });
  return (
    <>
      <Field
        label={t('keys.environments.timeout')}
        hint={t('keys.environments.timeoutHint')}
        error={isTimeLimit(value.timeoutSeconds) ? undefined : t('keys.environments.timeoutWrong')}
      >
        {(control) => (
          <Input
            {...control}
            inputMode="decimal"
            data-testid="environment-form-timeout"
            value={value.timeoutSeconds}
            onChange={({ target }) => change({ timeoutSeconds: target.value })}
          />
        )}
      </Field>
      <Field label={t('keys.environments.proxy')} hint={t('keys.environments.proxyHint')} error={errorOf('proxy')}>
        {(control) => (
          <Input
            {...control}
            className="code-input"
            data-testid="environment-form-proxy"
            value={value.proxy}
            spellCheck={false}
            autoComplete="off"
            placeholder="http://host:port"
            onChange={({ target }) => change({ proxy: target.value })}
          />
        )}
      </Field>
      <PemField name="ca" value={value.ca} error={errorOf('ca')} onChange={(ca) => change({ ca })} />
      <PemField
        name="clientCertificate"
        value={value.clientCertificate}
        error={errorOf('clientCertificate')}
        onChange={(clientCertificate) => change({ clientCertificate })}
      />
      <Field
        label={t('keys.environments.unverified')}
        hint={t('keys.environments.unverifiedHint')}
        error={errorOf('unverifiedHosts')}
      >
        {(control) => (
          <Input.TextArea
            {...control}
            className="code-input"
            data-testid="environment-form-unverified"
            autoSize={{ minRows: 1, maxRows: 5 }}
            value={value.unverifiedHosts}
            spellCheck={false}
            placeholder="10.0.0.8:8443"
            onChange={({ target }) => change({ unverifiedHosts: target.value })}
          />
        )}
      </Field>
    </>
  );
}

/** A certificate as PEM text, pasted or read from a file. */
function PemField({
  name,
  value,
  error,
  onChange,
}: {
  readonly name: 'ca' | 'clientCertificate';
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (text: string) => void;
}) {
  const { t } = useTranslation();
  return (
    <Field label={t(`keys.environments.${name}`)} hint={t(`keys.environments.${name}Hint`)} error={error}>
      {(control) => (
        <>
          <Input.TextArea
            {...control}
            className="code-input"
            data-testid={`environment-form-${name}`}
            autoSize={{ minRows: 1, maxRows: 6 }}
            value={value}
            spellCheck={false}
            placeholder="-----BEGIN CERTIFICATE-----"
            onChange={({ target }) => onChange(target.value)}
          />
          <input
            type="file"
            aria-label={t('keys.environments.fromFile', { what: t(`keys.environments.${name}`) })}
            accept=".pem,.crt,.cer,.txt"
            onChange={({ target }) => {
              const [file] = target.files ?? [];
              if (file) void file.text().then(onChange);
              target.value = '';
            }}
          />
        </>
      )}
    </Field>
  );
}
