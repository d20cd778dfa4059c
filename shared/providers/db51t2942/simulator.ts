import type { Bilingual } from '../../bilingual.ts';
import { atPointer } from '../../json/json-pointer.ts';
import { scalarText } from '../../json/json-node.ts';
import { onePagePdf } from '../../simulator/one-page-pdf.ts';
import { missingMember } from '../../simulator/missing-member.ts';
import {
  brokenReason,
  createPlatformSimulator,
  type Decision,
  type ReceivedCall,
} from '../../simulator/platform-simulator.ts';
import { refusedPage } from '../../simulator/refused-page.ts';
import type { Simulator, SimulatorOptions } from '../../simulator/simulator.ts';
import { db51t2942 } from './profile.ts';
import {
  certificates,
  demoEncryptedId,
  demoFile,
  expiredFile,
  types,
  validIdentifier,
  type Certificate,
} from './register.ts';
import { sample } from './sample.ts';
import { statuses } from './statuses.ts';

/** A downloaded copy's address ends (F); how soon is not known (A). */
export const fileMilliseconds = 10 * 60 * 1000;

/** The sharing service with a small register: valid, revoked, expired and restricted licences. */
export function createSimulator(options: SimulatorOptions): Simulator {
  const { conventions, keys } = options;
  const files = new Map<string, { readonly identifier: string; readonly until: number }>([
    [demoFile, { identifier: validIdentifier, until: Number.POSITIVE_INFINITY }],
    [expiredFile, { identifier: validIdentifier, until: 0 }],
  ]);
  const encrypted = new Map<string, string>([[demoEncryptedId, validIdentifier]]);

  const answers: Readonly<Record<string, (call: ReceivedCall) => Decision>> = {
    search: (call) => onHolder(call, (found) => success(found.map(face))),
    fileByHolder: (call) => onHolder(call, (found) => success(found.map((one) => fileOf(call, one)))),
    fileById: (call) => onIdentifier(call, textAt(call, '/certificateIdentifier')),
    fileByEncryptedId: (call) => onIdentifier(call, encrypted.get(textAt(call, '/encryptedIdentifier')) ?? ''),
    dataByHolder: (call) => onHolder(call, (found) => success(found.map(face))),
    dataById: (call) => withCertificate(textAt(call, '/certificateIdentifier'), (one) => success([face(one)])),
    encryptedId: (call) =>
      onHolder(call, (found) =>
        success(
          found.map(({ certificateIdentifier }) => {
            const encryptedIdentifier = call.draw(32);
            encrypted.set(encryptedIdentifier, certificateIdentifier);
            return { encryptedIdentifier };
          }),
        ),
      ),
    qrCode(call) {
      const given = textAt(call, '/encryptedIdentifier');
      return encrypted.has(given) ? success([{ content: `${given}|${call.clock}` }]) : failure('10');
    },
    verify,
  };

  function decide(call: ReceivedCall): Decision {
    if (call.chosen.id === 'file') return download(call);
    if (!hasRights(call)) return failure('11');
    if (call.broken) return failure('12', brokenReason(call.broken));
    const missing = missingMember(call.chosen.requestSchema, call.body);
    if (missing !== undefined) return failure('12', { zh: missing, en: missing });
    return answers[call.chosen.id]?.(call) ?? failure('12');
  }

  function hasRights(call: ReceivedCall): boolean {
    const carried = conventions['credentials'] === 'http' ? call.inHttp : call.inHeader;
    const account = carried(conventions['credentials'] === 'head' ? 'accessId' : 'accountId');
    return account === sample.values.accountId && carried('accessToken') === keys['accessToken'];
  }

  function onHolder(call: ReceivedCall, answer: (found: readonly Certificate[]) => Decision): Decision {
    const type = textAt(call, '/certificateType');
    if (type !== '' && !Object.hasOwn(types, type)) return failure('13');
    const found = certificates.filter(
      (one) =>
        one.certificateHolderCode === textAt(call, '/certificateHolderCode') &&
        (type === '' || one.certificateType === type),
    );
    const [one] = found;
    if (!one) return failure('10');
    return found.length === 1 && one.state !== '0'
      ? failure(one.state)
      : answer(found.filter(({ state }) => state === '0'));
  }

  function withCertificate(identifier: string, answer: (one: Certificate) => Decision): Decision {
    const found = certificates.find((one) => one.certificateIdentifier === identifier);
    if (!found) return failure('10');
    return found.state === '0' ? answer(found) : failure(found.state);
  }

  function onIdentifier(call: ReceivedCall, identifier: string): Decision {
    return withCertificate(identifier, (one) => success([fileOf(call, one)]));
  }

  function fileOf(call: ReceivedCall, { certificateIdentifier }: Certificate): object {
    const fileId = call.draw(24);
    files.set(fileId, { identifier: certificateIdentifier, until: call.clock + fileMilliseconds });
    return { fileUrl: `http://${call.inHttp('Host')}/elssp/v1/files/${fileId}`, fileFormat: 'pdf', fileId };
  }

  function verify(call: ReceivedCall): Decision {
    const given = call.body && atPointer(call.body, '/certificateData');
    const members = given?.type === 'object' ? given.members : [];
    return onHolder(call, (found) => {
      const same = found.some((one) =>
        members.every(({ name, value }) =>
          Object.entries(one).some(([own, is]) => own === name && is === scalarText(value)),
        ),
      );
      return success([{ result: same ? '一致' : '不一致' }]);
    });
  }

  function download(call: ReceivedCall): Decision {
    const found = files.get(call.inPath('file'));
    if (!found || found.until <= call.clock) {
      const reason = found
        ? { zh: '文件地址已过期', en: 'the address of the file has ended' }
        : { zh: '文件地址无效', en: 'no file has this address' };
      return refusedPage('refused', reason);
    }
    const pdf = onePagePdf(['Hufu simulator', found.identifier, 'synthetic, of no legal effect']);
    return {
      status: 'file',
      reason: { zh: '文件', en: 'file' },
      body: {},
      instead: { contentType: 'application/pdf', content: pdf },
    };
  }

  return createPlatformSimulator({
    profile: db51t2942,
    options,
    decide,
    failure: '12',
    refuse: (status, reason, chosen) => (chosen?.id === 'file' ? refusedPage(status, reason) : failure(status, reason)),
  });
}

/** Its meaning in the table, and what exactly is meant. */
function failure(status: string, detail?: Bilingual): Decision {
  const meaning: Bilingual | undefined = statuses.codes.find(({ code }) => code === status)?.meaning;
  const reason = {
    zh: [meaning?.zh, detail?.zh].filter(Boolean).join('：'),
    en: [meaning?.en, detail?.en].filter(Boolean).join(': '),
  };
  return { status, reason, header: { message: reason.zh }, body: { dataList: [] } };
}

function success(dataList: readonly object[]): Decision {
  const message = '成功';
  return { status: '0', reason: { zh: message, en: 'success' }, header: { message }, body: { dataList } };
}

function face({ state: _, ...certificate }: Certificate): object {
  return { ...certificate, surface: [], detail: [] };
}

function textAt({ body }: ReceivedCall, pointer: string): string {
  return (body && scalarText(atPointer(body, pointer))) ?? '';
}
