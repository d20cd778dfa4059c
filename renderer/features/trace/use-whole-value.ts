import { useQuery } from '@tanstack/react-query';
import type { HufuErrorDetail } from '../../../shared/hufu-error.ts';
import { failureFrom } from '../../app/host-failure.ts';
import type { HostClient } from '../../app/host-client.ts';
import { useHost } from '../../app/host-context.ts';
import { convertPart, type ValueForm } from './convert-part.ts';
import type { PartPlace } from './find-slot.ts';

export type WholeValue =
  | { readonly state: 'here'; readonly text: string }
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly failure: HufuErrorDetail };

/** How long a whole value is kept after its pane was closed; the host itself forgets old traces. */
const keptMilliseconds = 30 * 60 * 1000;

/** A value whole and in the form that is asked for: from what is here, else from the host's memory of the trace. */
export function useWholeValue(place: PartPlace, form: ValueForm): WholeValue {
  const host = useHost();
  const converted = convertPart(place.part, form);
  const { data, error } = useQuery({
    queryKey: ['traceValue', place.traceId, place.step, place.slot, place.index, form],
    queryFn: ({ signal }) => askFor(host, { place, form, signal }),
    enabled: converted === undefined,
    retry: false,
    staleTime: Infinity,
    gcTime: keptMilliseconds,
  });
  if (converted) {
    return 'text' in converted
      ? { state: 'here', text: converted.text }
      : { state: 'failed', failure: converted.failure };
  }
  if (data !== undefined) return { state: 'here', text: data };
  return error ? { state: 'failed', failure: failureFrom(error) } : { state: 'loading' };
}

/** The same for a value that is copied without being shown. Rejects when the host no longer has it. */
export async function fetchWholeValue(host: HostClient, place: PartPlace, form: ValueForm): Promise<string> {
  const converted = convertPart(place.part, form);
  if (converted && 'text' in converted) return converted.text;
  return askFor(host, { place, form });
}

function askFor(
  host: HostClient,
  { place, form, signal }: { place: PartPlace; form: ValueForm; signal?: AbortSignal },
): Promise<string> {
  const { traceId, step, slot, index: part } = place;
  return host.traceValue.query({ traceId, step, slot, part, form }, { ...(signal && { signal }) });
}
