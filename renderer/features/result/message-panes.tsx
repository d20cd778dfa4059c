import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { fileMembers, type NamesFile } from '../../../shared/files/file-members.ts';
import { qrMembers } from '../../../shared/files/qr-members.ts';
import type { NamesMember } from '../../../shared/files/schema-members.ts';
import type { Finding } from '../../../shared/finding.ts';
import type { CallRecord, TraceSummary } from '../../../shared/model/call-record.ts';
import type { Tone } from '../../app/palette.ts';
import { useMask } from '../../app/use-mask.ts';
import { usePlatforms } from '../../app/queries.ts';
import { useBilingual } from '../../i18n/use-bilingual.ts';
import { statusesOf } from '../../../shared/profile/statuses-of.ts';
import { findSlot, findStep } from '../trace/find-slot.ts';
import { responseChecks, signatureVerdict } from './response-checks.ts';
import { MessagePane, ValuePane } from './message-pane.tsx';

const signatureNames: Readonly<Record<string, string>> = { 'hmac.sm3': 'HMAC-SM3', 'sm2.sign': 'SM2' };

interface RequestPanesProps {
  readonly request: TraceSummary;
  readonly record: CallRecord;
}

/** The request as composed, as signed, and as it went out. */
export function RequestPanes({ request, record }: RequestPanesProps) {
  const { t } = useTranslation();
  const notKept = record.bodiesKept ? undefined : t('history.notKept');
  const named = useNamed(record, 'requestSchema');
  const messages = findSlot(request, 'message');
  const signature = findSlot(request, 'signature')[0];
  const signing = findStep(request.trace, 'digest', 'hmac.sm3', 'sm2.sign');
  const algorithm = signing?.options['algorithm'] ?? (signing && signatureNames[signing.kind]);
  return (
    <>
      <ValuePane
        id="request-plain"
        tone="plain"
        title={`${t('result.request')} ${t('result.plain')}`}
        places={findSlot(request, 'plaintext', 'bodySent', 'body')}
        layOut="json"
        {...named}
        absent={notKept}
      />
      <ValuePane
        id="request-signed"
        tone="signed"
        title={`${t('result.request')} ${t('result.signed')}`}
        aside={typeof algorithm === 'string' ? algorithm : undefined}
        places={findSlot(request, 'stringToSign', 'bytesToSign')}
        layOut="pairs"
        absent={signing || signature ? (notKept ?? t('result.signedSecret')) : t('result.notSigned')}
        below={signature && `→ ${signature.part.excerpt}`}
      />
      <ValuePane
        id="request-encrypted"
        tone={isEncrypted(request) ? 'encrypted' : 'plain'}
        title={`${t('result.request')} ${t(isEncrypted(request) ? 'result.encrypted' : 'result.message')}`}
        places={messages}
        layOut="json"
        absent={notKept}
        below={messages.some(({ part }) => part.size > 0) ? undefined : record.url}
      />
    </>
  );
}

/** Whether anything of the message itself is: what is in clear is not called a ciphertext. */
function isEncrypted(message: TraceSummary): boolean {
  return findSlot(message, 'ciphertext', 'ciphertextBytes').length > 0;
}

interface Named {
  readonly namesFile: NamesFile;
  readonly namesQr: NamesMember;
}

/** Which members of the body are files and codes by the schema of the interface that was called; none where it is not known. */
function useNamed({ call }: CallRecord, which: 'requestSchema' | 'responseSchema'): Named {
  const { data: platforms } = usePlatforms();
  const profile = platforms?.find(({ id }) => id === call.platform);
  const schema = profile?.interfaces.find(({ id }) => id === call.interface)?.[which];
  return useMemo(() => ({ namesFile: fileMembers(schema), namesQr: qrMembers(schema) }), [schema]);
}

interface ResponsePanesProps {
  readonly response: TraceSummary | undefined;
  readonly record: CallRecord;
}

/** The answer as it came, what was found of header and signature, and what it says. */
export function ResponsePanes({ response, record }: ResponsePanesProps) {
  const { t } = useTranslation();
  const absent = t('result.noResponse');
  const notKept = response && !record.bodiesKept ? t('history.notKept') : undefined;
  const named = useNamed(record, 'responseSchema');
  const isFile = record.verdict !== 'refused' && isFileAnswer(response);
  const isCipher = response !== undefined && isEncrypted(response);
  const { length: fields } = response ? findSlot(response, 'header') : [];
  return (
    <>
      <ValuePane
        id="response-encrypted"
        tone={isCipher ? 'encrypted' : 'plain'}
        title={`${t('result.response')} ${t(isCipher ? 'result.encrypted' : 'result.message')}`}
        places={response && !isFile ? findSlot(response, 'received') : []}
        layOut="json"
        absent={notKept ?? (isFile ? t('result.fileAnswer', { count: record.http?.responseSize ?? 0 }) : absent)}
      />
      <MessagePane
        id="response-verified"
        tone="signed"
        title={`${t('result.response')} ${t('result.verified')}`}
        aside={fields > 0 ? t('result.checks', { count: fields }) : undefined}
      >
        {response ? <Checks response={response} record={record} /> : <p className="pane-note">{absent}</p>}
      </MessagePane>
      <ValuePane
        id="response-decrypted"
        tone="decrypted"
        title={`${t('result.response')} ${t(isCipher ? 'result.decrypted' : 'result.content')}`}
        places={response ? findSlot(response, 'body', 'plaintext') : []}
        layOut="json"
        {...named}
        absent={notKept ?? (response ? t('result.none') : absent)}
      />
    </>
  );
}

function Checks({ response, record }: { readonly response: TraceSummary; readonly record: CallRecord }) {
  const { t } = useTranslation();
  const say = useBilingual();
  const mask = useMask();
  const { data: platforms } = usePlatforms();
  const profile = platforms?.find(({ id }) => id === record.call.platform);
  const statusField = profile && statusesOf(profile, record.call.interface).field;
  const signature = signatureVerdict(response.trace);
  const isRefusal = (name: string): boolean => name === statusField && record.verdict === 'refused';
  return (
    <ul className="checks">
      {responseChecks(response).map(({ name, value, finding }) => (
        <li key={name} data-tone={checkTone(finding, isRefusal(name))}>
          {/* A tick before a refusal would say that all is well. */}
          {finding === undefined && isRefusal(name) ? (
            <b aria-label={t('result.verdict.refused')}>!</b>
          ) : (
            <b aria-label={t(finding ? 'result.checkFailed' : 'result.checkPassed')}>{finding ? '✗' : '✓'}</b>
          )}
          <code>{name}</code>
          <span>
            {mask(value, name)}
            {name === statusField && record.status && ` ${say(record.status.meaning)}`}
          </span>
          {finding && <em>{say(finding.message)}</em>}
        </li>
      ))}
      <li data-tone={signature === 'failed' ? 'failure' : signature === 'passed' ? 'decrypted' : 'plain'}>
        <b aria-hidden>{signature === 'failed' ? '✗' : signature === 'passed' ? '✓' : '–'}</b>
        <span>
          {signature === 'none'
            ? t('result.responseUnsigned')
            : t(
                signature === 'passed'
                  ? 'result.signatureRight'
                  : signature === 'failed'
                    ? 'result.signatureWrong'
                    : 'result.signatureSkipped',
              )}
        </span>
      </li>
    </ul>
  );
}

/** Bytes that are no text are shown as what they are, and not as text with signs for all that it cannot say. */
function isFileAnswer(response: TraceSummary | undefined): boolean {
  return response !== undefined && findStep(response.trace, 'page.read')?.options['as'] === 'base64';
}

function checkTone(finding: Finding | undefined, isRefusal: boolean): Tone {
  if (finding?.severity === 'error') return 'failure';
  return finding || isRefusal ? 'encrypted' : 'decrypted';
}
