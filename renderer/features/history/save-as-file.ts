/** Hands a text to the browser as a download. */
export function saveAsFile({ name, text, type }: { name: string; text: string; type: string }): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The download holds the blob; the address is only needed to begin it.
  setTimeout(() => URL.revokeObjectURL(address), 0);
}
