/** Which interfaces are written, which read, and which stand outside a session: steps and fields depend on it. */
export const reading = ['currentUser', 'licenseItems', 'getLicense', 'licenseToken', 'archive', 'viewLicense'] as const;

export const itemInterfaces = [
  'create',
  'update',
  'delete',
  'sign',
  'change',
  'abolish',
  'batchIssue',
  'issue',
] as const;

export const writing = ['login', 'logout', ...itemInterfaces, 'holder', 'auth'] as const;

/** All but those that answer with a page. */
export const answeringJson = [...writing, ...reading].filter((id) => id !== 'viewLicense');

export const inSession = [...writing, ...reading].filter((id) => id !== 'login');
