import type { Bilingual } from '../../shared/bilingual.ts';
import { callSchema } from '../../shared/model/call.ts';
import type { SampleRequest } from '../../shared/providers/collection.ts';
import type { Provider } from '../../shared/providers/provider.ts';
import type { RequestContent } from './request-file.ts';
import { sampleEnvironmentId } from './sample-environments.ts';

export const sampleTitle: Bilingual = { zh: '示例工作区', en: 'Sample workspace' };

/** A ready request of a platform as its file says it. */
export function sampleContent(
  { id, title, note, interface: name, header, body, conventions = {}, extract = {} }: SampleRequest,
  { profile }: Provider,
): RequestContent {
  const [first] = profile.interfaces.find((one) => one.id === name)?.samples ?? [];
  return {
    id,
    title,
    note,
    call: callSchema.parse({
      platform: profile.id,
      interface: name,
      environment: sampleEnvironmentId(profile.id),
      header: header ?? first?.header ?? {},
      extraHeader: [],
      body: body ?? first?.body ?? '{}',
      conventions,
      extract,
      url: '',
    }),
  };
}
