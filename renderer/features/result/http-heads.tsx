import { Popover } from 'antd';
import { useTranslation } from 'react-i18next';
import type { HttpExchange } from '../../../shared/model/call-record.ts';
import { CodeText } from '../trace/code-text.tsx';

/** HTTP's own status, and behind it what stood above the two messages on the wire. */
export function HttpHeads({ http }: { readonly http: HttpExchange }) {
  const { t } = useTranslation();
  const { status, statusText, requestHead, responseHeaders, responseSize } = http;
  const answer = [
    `HTTP/1.1 ${status} ${statusText}`,
    ...responseHeaders.map(([name, value]) => `${name}: ${value}`),
    '',
    t('wire.bytes', { count: responseSize }),
  ].join('\n');
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      title={t('result.httpHead')}
      content={
        <div className="http-heads">
          <CodeText text={requestHead.trimEnd()} label={t('result.request')} />
          <CodeText text={answer} label={t('result.response')} />
        </div>
      }
    >
      <button type="button" className="pane-toggle">
        {t('result.http', { status })}
      </button>
    </Popover>
  );
}
