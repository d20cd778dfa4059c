import { useEffect } from 'react';

/** Takes what is pasted anywhere on the page; undefined for what is no picture. Texts that are pasted into a field stay there. */
export function usePicturePaste(onPaste: (picture: File | undefined) => void): void {
  useEffect(() => {
    function paste(event: ClipboardEvent): void {
      const picture = [...(event.clipboardData?.files ?? [])].find(({ type }) => type.startsWith('image/'));
      const isField = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
      if (!picture && isField) return;
      event.preventDefault();
      onPaste(picture);
    }
    window.addEventListener('paste', paste);
    return () => window.removeEventListener('paste', paste);
  }, [onPaste]);
}
