import { Input } from 'antd';
import type { FieldControl } from './field.tsx';

interface SecretInputProps extends Partial<FieldControl> {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly testId: string;
  readonly placeholder?: string;
  readonly label?: string;
}

/** A password or passphrase: never shown, and nothing the browser should offer to keep. */
export function SecretInput({ value, onChange, testId, label, ...control }: SecretInputProps) {
  return (
    <Input.Password
      {...control}
      aria-label={label}
      className="code-input"
      data-testid={testId}
      value={value}
      autoComplete="new-password"
      visibilityToggle={false}
      spellCheck={false}
      onChange={({ target }) => onChange(target.value)}
    />
  );
}
