import { type ReactNode, useId } from 'react';
import './field.css';

/** What the control of a field takes so that its label, hint and error are said with it. */
export interface FieldControl {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': boolean;
}

interface FieldProps {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  readonly children: (control: FieldControl) => ReactNode;
}

/** One line of a form: the label, the control, and beneath it what is expected or what is wrong. */
export function Field({ label, hint, error, children }: FieldProps) {
  const id = useId();
  const noteId = useId();
  const hasNote = error !== undefined || hint !== undefined;
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children({ id, 'aria-describedby': hasNote ? noteId : undefined, 'aria-invalid': error !== undefined })}
      {hasNote && (
        <small id={noteId} data-tone={error === undefined ? 'plain' : 'failure'} role={error && 'alert'}>
          {error ?? hint}
        </small>
      )}
    </div>
  );
}
