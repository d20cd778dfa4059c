import { describe, expect, it } from 'vitest';
import { builtInPlatforms } from './built-in.ts';

/** Of an interface: its clause as the standard has it, and a part of its address where that is known. */
type Listed = readonly [id: string, clause: string, path?: string];

/**
 * What the standards list, written down by hand from their tables of contents and from the notes on each platform. A
 * platform may have more than is listed: calls that no table names.
 */
const lists: Readonly<Record<string, readonly Listed[]>> = {
  // The interfaces are the partners' own: 6.2.2 has a message of each kind, and one answer of several groups.
  ldt6008: [
    ['cardStatus', '6.2.2.1'],
    ['resume', '6.2.2.2'],
    ['cardStatusBatch', '6.2.2.3'],
    ['archive', '6.2.2.3.2'],
  ],
  // 9.2 the token; 8.1 queries of one and of several records (annexes B.1, B.2); 8.2 operations.
  ldt6002: [
    ['token', '9.2', '/token'],
    ['person', '8.1，附录 B.1'],
    ['people', '8.1，附录 B.2'],
    ['register', '8.2'],
  ],
  db51t2942: [
    ['search', '6.2'],
    ['fileByHolder', '6.3.1', '/elssp/v1/GetCertificateFileByHolder'],
    ['fileById', '6.3.2', '/elssp/v1/GetCertificateFileByCertificateID'],
    ['fileByEncryptedId', '6.3.3'],
    ['dataByHolder', '6.4.1', '/elssp/v1/GetCertificateDataByHolder'],
    ['dataById', '6.4.2', '/elssp/v1/GetCertificateDataByCertificateID'],
    ['encryptedId', '6.4.3'],
    ['qrCode', '6.4.4'],
    ['verify', '6.5.1'],
  ],
  db11t2290: [
    ['login', '6.2 (B.1)', 'POST /security/login'],
    ['logout', '6.2 (B.2)', 'POST /security/logout'],
    ['currentUser', '6.2 (B.3)', 'GET /security/get_current_user'],
    ['licenseItems', '6.3 (C.1)', 'GET /license_item/list'],
    ['create', '6.4 (D.1)', 'POST /license/{item}/create'],
    ['update', '6.4 (D.2)', 'POST /license/{item}/update'],
    ['delete', '6.4 (D.3)', 'POST /license/{item}/delete'],
    ['sign', '6.5 (E.1)', 'POST /license/{item}/sign'],
    ['change', '6.5 (E.2)', 'POST /license/{item}/change'],
    ['abolish', '6.5 (E.3)', 'POST /license/{item}/abolish'],
    ['batchIssue', '6.5 (E.4)', 'POST /license/{item}/batch_issue'],
    ['issue', '6.5', 'POST /license/{item}/issue'],
    ['holder', '6.6 (F.1)', 'POST /license/holder'],
    ['getLicense', '6.6 (F.2), 6.7 (G.3)', 'GET /license/get_license'],
    ['licenseToken', '6.6 (F.3), 6.7 (G.2)', 'GET /license/token'],
    ['archive', '6.6 (F.4)', 'GET /license/archive'],
    ['viewLicense', '6.6 (F.5)', 'GET /license/view_license'],
    ['auth', '6.7 (G.1)', 'POST /license/auth'],
  ],
  db32t3761: [
    ['token', '5.2，附录 A'],
    ['page', '5.2'],
    ['scan', '5.2，附录 B', 'POST /jkm/scanJsJkm'],
    ['identity', '5.2，附录 C、D', 'POST /skm_public/member/get'],
  ],
};

/** What no list has: the download that 6.3 gives an address for. */
const beside: Readonly<Record<string, readonly string[]>> = { db51t2942: ['file'] };

it('has a list for every platform', () => {
  expect(builtInPlatforms.map(({ profile }) => profile.id).toSorted()).toEqual(Object.keys(lists).toSorted());
});

describe.each(builtInPlatforms.map(({ profile }) => [profile.id, profile] as const))('%s', (id, profile) => {
  it.each(lists[id] ?? [])('%s stands in the catalogue under %s', (name, clause, path) => {
    const found = profile.interfaces.find((entry) => entry.id === name);
    expect(found?.clause).toBe(clause);
    const { method = '', path: own = '' } = found?.endpoint ?? {};
    const [wantedMethod, wantedPath] = path?.includes(' ') ? path.split(' ') : [method, path];
    if (path !== undefined)
      expect([method, own]).toEqual([wantedMethod, expect.stringMatching(`${escaped(wantedPath)}$`)]);
  });

  it('has nothing that is listed nowhere', () => {
    const listed = [...(lists[id] ?? []).map(([name]) => name), ...(beside[id] ?? [])];
    expect(profile.interfaces.map((entry) => entry.id).toSorted()).toEqual(listed.toSorted());
  });
});

function escaped(text = ''): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
