import type { Trace, TraceStep } from '../shared/pipeline/trace.ts';
import { partsOf } from '../shared/pipeline/trace-view.ts';
import { base64FromBytes } from '../shared/crypto/encodings/base64.ts';
import { clauseInLanguage, inLanguage } from './language.ts';
import { findingLine, printLine } from './output.ts';

const marks = { done: '·', passed: '✓', failed: '✗', skipped: '–' } as const;
const longest = 400;

/** Every step with its clause, sizes and values, for people to read. */
export function printTrace(trace: Trace): void {
  trace.steps.forEach((step, index) => printStep(step, index + 1));
}

export function printFindings(trace: Trace): void {
  for (const finding of trace.findings) printLine(findingLine(finding));
}

function printStep({ verdict, title, clause, kind, outputs, findings }: TraceStep, number: number): void {
  const place = [clause && clauseInLanguage(clause), kind].filter((part) => part !== undefined).join(' · ');
  printLine(`${String(number).padStart(2)} ${marks[verdict]} ${inLanguage(title)}  (${place})`);
  for (const { value, size, sensitivity } of outputs) {
    if (!value) {
      const text = {
        zh: `（${sensitivity === 'secret' ? '含秘密，不显示' : '空'}，${size} 字节）`,
        en: `(secret, not shown, ${size} bytes)`,
      };
      printLine(`     ${inLanguage(text)}`);
      continue;
    }
    for (const { name, content } of partsOf(value)) {
      const text = typeof content === 'string' ? content : `base64 ${base64FromBytes(content)}`;
      printLine(`     ${name === '' ? '' : `${name} = `}${shortened(text)}`);
    }
  }
  for (const finding of findings) printLine(`     ${findingLine(finding)}`);
}

function shortened(text: string): string {
  const characters = [...text];
  return characters.length <= longest ? text : `${characters.slice(0, longest).join('')}… (${characters.length})`;
}
