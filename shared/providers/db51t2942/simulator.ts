import { utf8FromBytes } from '../../crypto/encodings/utf8.ts';
import { atPointer } from '../../json/json-pointer.ts';
import { scalarText } from '../../json/json-node.ts';
import { onePagePdf } from '../../simulator/one-page-pdf.ts';
import { createPlatformSimulator, type Decision, type ReceivedCall } from '../../simulator/platform-simulator.ts';
import type { Simulator, SimulatorOptions } from '../../simulator/simulator.ts';
import { db51t2942 } from './profile.ts';
import { certificates, demoEncryptedId, demoFile, types, validIdentifier, type Certificate } from './register.ts';
import { sample } from './sample.ts';
import { statuses } from './statuses.ts';

/** A downloaded copy's address ends (F); how soon is not known (A). */
export const fileMilliseconds = 10 * 60 * 1000;

/** The sharing service with a small register: valid, revoked, expired and restricted licences. */
export function createSimulator(options: SimulatorOptions): Simulator {
  const { conventions, keys } = options;
  const files = new Map<string, { readonly identifier: string; readonly until: number }>([
    [demoFile, { identifier: validIdentifier, until: Number.POSITIVE_INFINITY }],
  ]);
  const encrypted = new Map<string, string>([[demoEncryptedId, validIdentifier]]);

  const answers: Readonly<Record<string, (call: ReceivedCall) => Decision>> = {
    search: (call) => onHolder(call, (found) => success(found.map(face))),
    fileByHolder: (call) =>
      onHolder(call, (found) => success(found.map((one) => fileOf(call, one))), ['certificateType']),
    fileById: (call) => onIdentifier(call, textAt(call, '/certificateIdentifier')),
    fileByEncryptedId: (call) => onIdentifier(call, encrypted.get(textAt(call, '/encryptedIdentifier')) ?? ''),
    dataByHolder: (call) => onHolder(call, (found) => success(found.map(face)), ['certificateType']),
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

  /** Members that a request must have, the reason to use it among them (6.2 to 6.5). */
  const required: Readonly<Record<string, readonly string[]>> = {
    fileById: ['certificateIdentifier'],
    dataById: ['certificateIdentifier'],
    fileByEncryptedId: ['encryptedIdentifier'],
    qrCode: ['encryptedIdentifier'],
  };

  function decide(call: ReceivedCall): Decision {
    if (call.chosen.id === 'file') return download(call);
    if (!hasRights(call)) return failure('11');
    if (call.broken || !call.body) return failure('12');
    const needed = [...(required[call.chosen.id] ?? ['certificateHolderCode']), 'useCause'];
    if (needed.some((name) => textAt(call, `/${name}`) === '')) return failure('12');
    return answers[call.chosen.id]?.(call) ?? failure('12');
  }

  function hasRights(call: ReceivedCall): boolean {
    const carried = conventions['credentials'] === 'http' ? call.inHttp : call.inHeader;
    const account = carried(conventions['credentials'] === 'head' ? 'accessId' : 'accountId');
    return account === sample.values.accountId && carried('accessToken') === keys['accessToken'];
  }

  function onHolder(
    call: ReceivedCall,
    answer: (found: readonly Certificate[]) => Decision,
    needed: readonly string[] = [],
  ): Decision {
    if (needed.some((name) => textAt(call, `/${name}`) === '')) return failure('12');
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
      return {
        status: 'refused',
        reason: { zh: '文件地址无效或已过期', en: 'the address of the file has ended' },
        body: {},
        instead: {
          contentType: 'application/json; charset=utf-8',
          text: '{"page":"refused","message":"文件地址无效或已过期"}',
        },
      };
    }
    const pdf = onePagePdf(['Hufu simulator', found.identifier, 'synthetic, of no legal effect']);
    return {
      status: 'file',
      reason: { zh: '文件', en: 'file' },
      body: {},
      instead: { contentType: 'application/pdf', text: utf8FromBytes(pdf) },
    };
  }

  /** In clear: the keys may be what is wrong. */
  function failure(status: string): Decision {
    const meaning = statuses.codes.find(({ code }) => code === status)?.meaning ?? { zh: '失败', en: 'failure' };
    const { zh: message } = meaning;
    const text =
      conventions['names'] === 'Pascal'
        ? JSON.stringify({ Head: { Status: status, Message: message }, Data: { DataList: [] } })
        : JSON.stringify({ head: { status, message }, data: { dataList: [] } });
    return {
      status,
      reason: meaning,
      header: { message },
      body: { dataList: [] },
      instead: { contentType: 'application/json; charset=utf-8', text },
    };
  }

  return createPlatformSimulator({
    profile: db51t2942,
    options,
    decide,
    failure: '12',
    refuse: (status) => failure(status),
  });
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
