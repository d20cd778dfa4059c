import { useState } from 'react';
import { Input } from 'antd';
import { RotateCcw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Call } from '../../../shared/model/call.ts';
import type { Environment } from '../../../shared/model/environment.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { compose } from './compose-store.ts';

interface UrlFieldProps {
  readonly call: Call;
  readonly environment: Environment | undefined;
  readonly method: string;
  /** What the interface adds to the address. */
  readonly path: string;
}

/** The address: the environment's until another one is typed; emptied, it is the environment's again. */
export function UrlField({ call, environment, method, path }: UrlFieldProps) {
  const { t } = useTranslation();
  // While the field has the focus it shows what is typed, even nothing; the address in effect stands there otherwise.
  const [typed, setTyped] = useState<string>();
  const inherited = environment?.url ?? '';
  const change = (text: string) => compose.change((old) => ({ ...old, url: text === inherited ? '' : text }));
  return (
    <Input
      className="code-input url-field"
      aria-label={t('toolbar.url')}
      data-testid="url"
      prefix={<span className="url-field-method">{method}</span>}
      suffix={
        <>
          {path !== '' && (
            <code className="url-field-path" title={path}>
              {path}
            </code>
          )}
          {call.url !== '' && (
            <IconButton
              label={t('toolbar.urlReset')}
              onClick={() => {
                setTyped(undefined);
                change('');
              }}
            >
              <RotateCcw size={12} aria-hidden />
            </IconButton>
          )}
        </>
      }
      value={typed ?? (call.url === '' ? inherited : call.url)}
      placeholder={inherited}
      spellCheck={false}
      autoComplete="off"
      onChange={({ target }) => {
        setTyped(target.value);
        change(target.value.trim());
      }}
      onBlur={() => setTyped(undefined)}
    />
  );
}
