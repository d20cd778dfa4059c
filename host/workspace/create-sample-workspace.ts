import { join } from 'node:path';
import { type Disk, systemDisk } from '../store/disk.ts';
import { makeFolders } from '../store/make-folders.ts';
import { writeFileDurably } from '../store/write-file-durably.ts';
import { fileNameOf } from '../yaml/file-name.ts';
import { folderBytes, type FolderContent } from './folder-file.ts';
import { requestBytes } from './request-file.ts';
import { sampleFolders, sampleTitle, type SampleFolder } from './samples.ts';
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
  for (const sampleFolder of sampleFolders) writeFolder(join(top, sampleFolder.name), { content: sampleFolder, disk });
  const order = sampleFolders.map(({ name }) => name);
  const content: FolderContent = { title: sampleTitle, note: undefined, variables: {}, order };
  write(join(folder, workspaceFile), folderBytes(undefined, content), disk);
}

function writeFolder(place: string, { content, disk }: { readonly content: SampleFolder; readonly disk: Disk }): void {
  const { title, note, variables = {}, folders = [], samples = [] } = content;
  makeFolders(place, disk);
  const names = samples.map((sample) => `${fileNameOf(sample.title.zh) ?? sample.id}${requestEnding}`);
  const order = [...names, ...folders.map(({ name }) => name)];
  write(join(place, folderFile), folderBytes(undefined, { title, note, variables, order }), disk);
  for (const [index, sample] of samples.entries()) {
    write(join(place, names[index] ?? ''), requestBytes(undefined, sample), disk);
  }
  for (const folder of folders) writeFolder(join(place, folder.name), { content: folder, disk });
}

/** What a user made of a file is not written over. */
function write(path: string, bytes: Uint8Array, disk: Disk): void {
  if (!disk.status(path)) writeFileDurably(path, bytes, { mode: 0o644, disk });
}
