import type { CryptoEngine } from '../../shared/crypto/engine.ts';
import { requireWholePath } from '../../shared/http/request-target.ts';
import { HufuError } from '../../shared/hufu-error.ts';
import type { PageAddress } from '../host.ts';
import { runRequest, secretHider, targetOf, type DrawnValues, type PreparedCall } from './prepared-call.ts';

/** Throws `page.notGet` for an interface whose address leads nowhere by itself. */
export function requirePage({ profile, chosen }: PreparedCall): void {
  if ((chosen?.endpoint ?? profile.transport).method === 'GET') return;
  throw new HufuError({
    code: 'page.notGet',
    field: 'interface',
    text: {
      zh: '这个接口不是用 GET 打开的页面，单有地址打不开它；请选择一个页面接口。',
      en: 'This interface is no page that is opened by GET, so an address alone does not lead to it. Choose an interface that is one.',
    },
  });
}

/** The address that a sending would go to, its secrets included. Throws `call.pathMissing`. */
export function pageAddress(
  call: PreparedCall,
  { engine, drawn }: { readonly engine: CryptoEngine; readonly drawn: DrawnValues },
): PageAddress {
  const { url, path } = targetOf(call, runRequest(call, { engine, drawn }));
  requireWholePath(path);
  const { profile, fields } = call;
  // A token that was entered by hand is one all the same.
  const byHand = profile.header.some(({ name, rule }) => rule.rule === 'session' && (fields.locked[name] ?? '') !== '');
  return { url, holdsSecret: byHand || secretHider(call)(url) !== url };
}
