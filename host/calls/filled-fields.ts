import type { Call, Drawn } from '../../shared/model/call.ts';
import type { FilledField } from '../../shared/model/call-record.ts';
import type { RunResult } from '../../shared/pipeline/run-steps.ts';
import { fieldsOf, secretHider, type PreparedCall } from './prepared-call.ts';

/** Where a request's fields stand: in its message, and in the HTTP request around it. */
const slots = ['path', 'query', 'httpHeaders', 'header'];

/** The header as a preview filled it, each field with what it comes from; of a secret its name alone. */
export function filledFields(
  prepared: PreparedCall,
  { run, call, drawn }: { run: RunResult; call: Call; drawn: Drawn },
): readonly FilledField[] {
  const { profile, fields } = prepared;
  const hide = secretHider(prepared);
  const signature = run.slots.get('signature');
  const standing = slots.flatMap((slot) => fieldsOf(run.slots.get(slot)));
  const names = new Set(standing.map(({ name }) => name));
  // What a later step has moved into the body was filled all the same.
  const moved = headerFilled(run).filter(({ name }) => !names.has(name));
  const filled = [...standing, ...moved].map(({ name, value }): FilledField => {
    const rule = profile.header.find((field) => field.name === name)?.rule.rule;
    if (fields.locked[name] !== undefined) return { name, value, origin: 'locked' };
    if (rule === undefined) return { name, value, origin: 'extra' };
    const provisional =
      (rule === 'serial' && drawn.serial === undefined) ||
      (rule === 'nonce' && drawn.nonce === undefined) ||
      (rule === 'clock' && drawn.clock === undefined);
    if (rule === 'signature') return { name, value, origin: 'computed' };
    return { name, value: hide(value), origin: provisional ? 'provisional' : 'filled' };
  });
  const name = 'signature';
  const computed: FilledField[] =
    signature?.type === 'text' && profile.header.some((field) => field.name === name)
      ? [{ name, value: signature.text, origin: 'computed' }]
      : [];
  return [...filled.filter((field) => field.name !== name || call.header[name] !== undefined), ...computed];
}

function headerFilled({ trace }: RunResult): ReturnType<typeof fieldsOf> {
  const step = trace.steps.find(({ kind }) => kind === 'header.fill');
  return (step?.outputs ?? []).flatMap(({ value }) => fieldsOf(value));
}
