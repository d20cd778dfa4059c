import type { CryptoEngine } from '../../shared/crypto/engine.ts';
import { requireWholePath } from '../../shared/http/request-target.ts';
import { factsOfCall } from '../../shared/profile/condition.ts';
import { pageKind } from '../../shared/profile/page-kind.ts';
import { HufuError } from '../../shared/hufu-error.ts';
import type { PageAddress } from '../host.ts';
import { runRequest, secretHider, targetOf, type DrawnValues, type PreparedCall } from './prepared-call.ts';

/** Throws `page.none` for an interface that answers messages: its address is for programs, and holds their token. */
export function requirePage({ profile, conventions, chosen }: PreparedCall): void {
  const facts = factsOfCall(profile, { conventions, interface: chosen?.id });
  const isGet = (chosen?.endpoint ?? profile.transport).method === 'GET';
  if (isGet && pageKind(profile, facts) === 'page') return;
  throw new HufuError({
    code: 'page.none',
    field: 'interface',
    text: {
      zh: '这个接口不是用 GET 打开的页面，没有可画的页面地址；请选择一个页面接口。',
      en: 'This interface is no page that is opened by GET and has no address to draw. Choose one that is.',
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
