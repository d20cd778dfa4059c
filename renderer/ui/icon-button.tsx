import type { ReactNode } from 'react';
import './icon-button.css';

interface IconButtonProps {
  readonly label: string;
  readonly onClick: () => void;
  readonly pressed?: boolean;
  readonly disabled?: boolean;
  readonly testId?: string;
  readonly children: ReactNode;
}

/** A small button that shows a sign only; its name is said and shown on hover. */
export function IconButton({ label, onClick, pressed, disabled, testId, children }: IconButtonProps) {
  return (
    <button
      type="button"
      className="icon-button"
      aria-label={label}
      aria-pressed={pressed}
      title={label}
      disabled={disabled}
      data-testid={testId}
      onClick={onClick}
    >
      {children}
    </button>
  );
}
