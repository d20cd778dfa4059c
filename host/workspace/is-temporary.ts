/** Whether a name is one under which `writeFileDurably` writes; a user's folder may end alike. */
export function isTemporary(name: string): boolean {
  return /\.[0-9a-f]{12}\.tmp$/.test(name);
}
