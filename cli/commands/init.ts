import { basename, resolve } from 'node:path';
import { createSampleWorkspace } from '../../host/workspace/create-sample-workspace.ts';
import { createEmptyWorkspace, refuseWorkspace } from '../../host/workspace/open-workspace-store.ts';
import { inLanguage } from '../language.ts';
import { printDocument, printLine, say } from '../output.ts';
import { asUsage } from '../usage-error.ts';

export interface InitOptions {
  readonly title?: string;
  readonly sample?: boolean;
  readonly json?: boolean;
}

/** Makes a folder a workspace; one that is a workspace already is left as it is. */
export async function init(given: string | undefined, { title, sample, json }: InitOptions): Promise<void> {
  const folder = resolve(given ?? '.');
  asUsage(() => {
    refuseWorkspace(folder);
    if (sample) createSampleWorkspace(folder);
    else createEmptyWorkspace(folder, { title: title ?? basename(folder) });
  });
  if (json) printDocument({ folder });
  else printLine(folder);
  say(
    inLanguage({
      zh: `工作区已建好。打开它：hufu start --workspace "${folder}"；发送其中的请求：hufu send 请求文件 --env 环境。`,
      en: `The workspace is ready. Open it: hufu start --workspace "${folder}"; send one of its requests: hufu send FILE --env ENVIRONMENT.`,
    }),
  );
}
