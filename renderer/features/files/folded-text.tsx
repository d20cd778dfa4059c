import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { createFileFolds, placeholders } from '../../../shared/files/file-folds.ts';
import type { NamesFile } from '../../../shared/files/file-members.ts';
import { listFiles } from '../../../shared/files/list-files.ts';
import { CodeText } from '../trace/code-text.tsx';
import { prettyJson } from '../trace/pretty-json.ts';
import { FileList } from './file-list.tsx';

interface FoldedTextProps {
  readonly text: string;
  readonly label: string;
  /** JSON is laid out for reading. */
  readonly laidOut: boolean;
  /** False where what is of no known type is rather a ciphertext than a file. */
  readonly unknownFiles: boolean;
  readonly namesFile?: NamesFile | undefined;
  readonly provisional?: readonly string[];
  readonly scrolls?: boolean;
}

/** A text with its files beside it, to be looked at and saved, and placeholders in their place. */
export function FoldedText(props: FoldedTextProps) {
  const { text, label, laidOut, unknownFiles, namesFile, provisional, scrolls } = props;
  const { t } = useTranslation();
  const { shown, files } = useMemo(() => {
    const folds = createFileFolds();
    const folded = folds.fold(text, unknownFiles ? {} : { shortestUnknown: Infinity });
    const laid = laidOut ? (prettyJson(folded) ?? folded) : folded;
    return { shown: laid, files: listFiles(laid, { folds, ...(namesFile && { namesFile }) }) };
  }, [text, laidOut, unknownFiles, namesFile]);
  const stand = useMemo(
    () => (files.length === 0 ? [] : [...shown.matchAll(placeholders)].map(([one]) => one)),
    [shown, files],
  );
  return (
    <>
      <FileList files={files} label={t('files.inValue', { what: label })} />
      <CodeText
        text={shown}
        label={label}
        placeholders={stand}
        {...(provisional && { provisional })}
        {...(scrolls !== undefined && { scrolls })}
      />
    </>
  );
}
