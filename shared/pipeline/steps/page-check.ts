import { z } from 'zod';
import type { Finding } from '../../finding.ts';
import { memberOf, scalarText, type JsonNode } from '../../json/json-node.ts';
import { slotName } from '../option-schemas.ts';
import { stepKind } from '../step-kind.ts';

/** Checks counts against lists, wherever a body holds `totalCount`, `totalPage` and `list`. */
export const pageCheck = stepKind({
  kind: 'page.check',
  options: z.strictObject({ body: slotName, batchClause: z.string(), pageClause: z.string() }),
  reads: ({ body }) => [body],
  mayRead: () => ['requestBody'],
  writes: () => [],
  run: ({ body, batchClause, pageClause }, { read, find }) => {
    const rows = wholeNumber(memberOf(find('requestBody', 'json')?.root(), 'rows'));
    const findings: Finding[] = [];
    visit(read(body, 'json').root(), '', (node, pointer) => {
      const total = wholeNumber(memberOf(node, 'totalCount'));
      const pages = wholeNumber(memberOf(node, 'totalPage'));
      const list = memberOf(node, 'list');
      if (total === undefined || list?.type !== 'array') return;
      if (pages === undefined && list.items.length !== total) {
        findings.push(countFinding({ pointer, total, found: list.items.length, clause: batchClause }));
      }
      if (pages !== undefined && rows !== undefined && rows > 0 && pages !== Math.ceil(total / rows)) {
        findings.push(pageFinding({ pointer, total, rows, pages, clause: pageClause }));
      }
    });
    return { outputs: {}, findings, verdict: 'passed' };
  },
});

function visit(node: JsonNode, pointer: string, onObject: (node: JsonNode, pointer: string) => void): void {
  if (node.type === 'object') {
    onObject(node, pointer);
    for (const { name, value } of node.members) visit(value, `${pointer}/${name}`, onObject);
  }
}

function wholeNumber(node: JsonNode | undefined): number | undefined {
  const text = scalarText(node);
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}

function countFinding({
  pointer,
  total,
  found,
  clause,
}: {
  pointer: string;
  total: number;
  found: number;
  clause: string;
}): Finding {
  return {
    code: 'body.totalCount',
    severity: 'warning',
    field: `${pointer}/totalCount`,
    clause,
    mark: 'S',
    message: {
      zh: `${pointer || '/'} 的 totalCount 是 ${total}，list 里有 ${found} 条。`,
      en: `At ${pointer || '/'} totalCount is ${total} and list holds ${found}.`,
    },
  };
}

function pageFinding(facts: { pointer: string; total: number; rows: number; pages: number; clause: string }): Finding {
  const { pointer, total, rows, pages, clause } = facts;
  return {
    code: 'body.totalPage',
    severity: 'warning',
    field: `${pointer}/totalPage`,
    clause,
    mark: 'I',
    message: {
      zh: `${total} 条、每页 ${rows} 条应有 ${Math.ceil(total / rows)} 页，totalPage 是 ${pages}。`,
      en: `${total} records, ${rows} to a page, make ${Math.ceil(total / rows)} pages; totalPage is ${pages}.`,
    },
  };
}
