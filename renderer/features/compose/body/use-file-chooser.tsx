import { type ChangeEvent, type ReactNode, useRef } from 'react';

interface FileChooser<Purpose> {
  /** Must be called while a key or a button is being pressed: browsers open a chooser for nobody else. */
  choose(purpose: Purpose): void;
  /** To be put anywhere in the page. */
  readonly input: ReactNode;
}

/** The browser's own dialog for one file, with what the file is chosen for. */
export function useFileChooser<Purpose>(
  label: string,
  onFile: (file: File, purpose: Purpose) => void,
): FileChooser<Purpose> {
  const element = useRef<HTMLInputElement>(null);
  const purpose = useRef<Purpose>(undefined);

  function take({ target }: ChangeEvent<HTMLInputElement>): void {
    const [file] = target.files ?? [];
    // The same file may be chosen again after it was changed.
    target.value = '';
    if (file && purpose.current !== undefined) onFile(file, purpose.current);
  }

  return {
    choose(chosenFor) {
      purpose.current = chosenFor;
      element.current?.click();
    },
    input: <input ref={element} type="file" hidden aria-label={label} data-testid="body-file" onChange={take} />,
  };
}
