import type { Texts } from './texts.ts';
import type { zhConflict, zhVariables, zhWorkspace } from './zh-workspace.ts';

export const enWorkspace: Texts<typeof zhWorkspace> = {
  add: 'New request or folder, variables of the workspace',
  newRequest: 'New request',
  newFolder: 'New folder',
  variablesOfWorkspace: 'Title and variables of the workspace',
  empty: 'Make the first request',
  problems_one: '{{count}} file cannot be read',
  problems_other: '{{count}} files cannot be read',
  actions: 'Actions for “{{title}}”',
  unsaved: 'not saved',
  rename: 'Title and note',
  variables: 'Variables',
  duplicate: 'Duplicate',
  saveAs: 'Save as',
  up: 'Move up',
  down: 'Move down',
  move: 'Move to a folder',
  remove: 'Delete',
  removed: 'Deleted “{{title}}”; it can be brought back for 30 days.',
  lost: 'The file of "{{title}}" was deleted outside.',
  lostChanged:
    'The file of "{{title}}" was deleted outside; your changes are still here, and Save makes a new request of them.',
  undo: 'Undo',
  save: 'Save',
  saveTitle: 'Save into the file of the workspace (Ctrl+S)',
  folder: 'Folder',
  title: 'Title',
  titleHint: 'The file is named after it.',
  note: 'Note',
  moveTo: 'Move to:',
  notDone: 'Not done',
  cancel: 'Cancel',
  ok: 'OK',
  brokenHint:
    'Mend the file in an editor; it becomes a request here by itself. The requests beside it are not affected.',
  dialog: {
    newRequest: 'New request',
    newFolder: 'New folder',
    renameRequest: 'Title and note of the request',
    renameFolder: 'Title and note of the folder',
    moveRequest: 'Move the request',
    moveFolder: 'Move the folder',
    variables: 'Variables',
    saveAs: 'Save into the workspace',
  },
};

export const enVariables: Texts<typeof zhVariables> = {
  summary_one: 'Variables ({{count}} in reach)',
  summary_other: 'Variables ({{count}} in reach)',
  name: 'Variable',
  value: 'Value',
  badName: 'A name is letters, digits and _ - . and begins with a letter or _.',
  remove: 'Remove the variable {{name}}',
  add: 'Add a variable',
  hint: 'Write the name in double braces in body, address or header. The nearest value counts: request, folder, environment, workspace.',
  workspaceHint: 'For all requests of the workspace.',
  folderHint:
    'For the requests in “{{title}}” and below; they go before those of outer folders, environment and workspace.',
  from: { request: 'request', folder: 'folder', environment: 'environment', workspace: 'workspace' },
  fromNamed: 'from “{{title}}”',
};

export const enConflict: Texts<typeof zhConflict> = {
  sentence:
    'The file was changed outside, and your changes here are still there. Neither was touched: decide which one stays.',
  compare: 'Compare',
  keepMine: 'Keep mine',
  takeDisk: 'Take the disk’s',
  saveCopy: 'Save mine as a copy',
  compareTitle: 'The file on disk and your changes',
  onDisk: 'The file on disk',
  mine: 'Your changes',
  tookDisk: 'Now as it is on disk.',
  copyTitle: '{{title}} (my changes)',
  savedCopy: 'Your changes were saved as “{{title}}”.',
};
