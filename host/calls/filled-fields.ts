import type { Call, Drawn } from '../../shared/model/call.ts';
import type { FilledField } from '../../shared/model/call-record.ts';
import type { RunResult } from '../../shared/pipeline/run-steps.ts';
import { fieldsOf, type PreparedCall } from './prepared-call.ts';

/** The header as a preview filled it, each field with what it comes from. */
export function filledFields(
  { profile, fields }: PreparedCall,
  { run, call, drawn }: { run: RunResult; call: Call; drawn: Drawn },
): readonly FilledField[] {
  const signature = run.slots.get('signature');
  const header = fieldsOf(run.slots.get('header')).map(({ name, value }): FilledField => {
    const rule = profile.header.find((field) => field.name === name)?.rule.rule;
    if (fields.locked[name] !== undefined) return { name, value, origin: 'locked' };
    if (rule === undefined) return { name, value, origin: 'extra' };
    const provisional =
      (rule === 'serial' && drawn.serial === undefined) ||
      (rule === 'nonce' && drawn.nonce === undefined) ||
      (rule === 'clock' && drawn.clock === undefined);
    return { name, value, origin: provisional ? 'provisional' : 'filled' };
  });
  const computed: FilledField[] =
    signature?.type === 'text' ? [{ name: 'signature', value: signature.text, origin: 'computed' }] : [];
  return [...header.filter(({ name }) => name !== 'signature' || call.header['signature'] !== undefined), ...computed];
}
