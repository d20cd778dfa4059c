import { join } from 'node:path';
import { type Disk, systemDisk } from '../store/disk.ts';
import { makeFolders } from '../store/make-folders.ts';
import { writeFileDurably } from '../store/write-file-durably.ts';
import { fileNameOf } from '../yaml/file-name.ts';
import { folderBytes, type FolderContent } from './folder-file.ts';
import { requestBytes } from './request-file.ts';
import type { SampleFolder } from '../../shared/providers/collection.ts';
import type { Provider } from '../../shared/providers/provider.ts';
import { builtInPlatforms } from '../../shared/providers/built-in.ts';
import { sampleContent, sampleTitle } from './sample-requests.ts';
import { collections, folderFile, requestEnding } from './scan-workspace.ts';
import { workspaceFile } from './workspace-folder.ts';

/**
 * Fills a folder that is no workspace yet with the samples; anything else is left as it is. The workspace's own file is
 * written last: a start that was interrupted is made up for by the next.
 */
export function createSampleWorkspace(folder: string, disk: Disk = systemDisk): void {
  if (disk.status(join(folder, workspaceFile))) return;
  makeFolders(join(folder, 'environments'), disk);
  const top = join(folder, collections);
  makeFolders(top, disk);
  const folders = builtInPlatforms.flatMap((provider) => provider.collection.map((content) => ({ provider, content })));
  for (const one of folders) writeFolder(join(top, one.content.name), { ...one, disk });
  const order = folders.map(({ content: { name } }) => name);
  const content: FolderContent = { title: sampleTitle, note: undefined, variables: {}, order };
  write(join(folder, workspaceFile), folderBytes(undefined, content), disk);
}

interface Writing {
  readonly provider: Provider;
  readonly content: SampleFolder;
  readonly disk: Disk;
}

function writeFolder(place: string, { provider, content, disk }: Writing): void {
  const { title, note, variables = {}, folded, folders = [], requests = [] } = content;
  makeFolders(place, disk);
  const names = requests.map((request) => `${fileNameOf(request.title.zh) ?? request.id}${requestEnding}`);
  const order = [...names, ...folders.map(({ name }) => name)];
  write(join(place, folderFile), folderBytes(undefined, { title, note, variables, order, folded }), disk);
  for (const [index, request] of requests.entries()) {
    write(join(place, names[index] ?? ''), requestBytes(undefined, sampleContent(request, provider)), disk);
  }
  for (const folder of folders) writeFolder(join(place, folder.name), { provider, content: folder, disk });
}

/** What a user made of a file is not written over. */
function write(path: string, bytes: Uint8Array, disk: Disk): void {
  if (!disk.status(path)) writeFileDurably(path, bytes, { mode: 0o644, disk });
}
