import { ChevronDown } from 'lucide-react';
import './choice.css';

export interface ChoiceOption {
  readonly value: string;
  readonly label: string;
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly ChoiceOption[];
  readonly onChange: (value: string) => void;
  readonly testId: string;
  readonly code?: boolean;
  readonly title?: string;
  readonly disabled?: boolean;
}

/** One of several, by the system's own list: quick even twenty times on a screen, and at home on every keyboard. */
export function Choice({ label, value, options, onChange, testId, code = false, title, disabled }: ChoiceProps) {
  const known = options.some((option) => option.value === value);
  return (
    <span className="choice" data-code={code}>
      <select
        aria-label={label}
        data-testid={testId}
        title={title}
        disabled={disabled}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      >
        {!known && <option value={value}>{value}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <ChevronDown size={12} aria-hidden />
    </span>
  );
}
