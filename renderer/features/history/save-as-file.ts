interface SavedFile {
  /** Proposed; the browser changes what the system does not allow. */
  readonly name: string;
  readonly content: BlobPart;
  readonly type: string;
}

/** Hands a text or the bytes of a file to the browser as a download. */
export function saveAsFile({ name, content, type }: SavedFile): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The download holds the blob; the address is only needed to begin it.
  setTimeout(() => URL.revokeObjectURL(address), 0);
}
