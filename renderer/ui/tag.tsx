import type { ReactNode } from 'react';
import type { Tone } from '../app/palette.ts';
import './tag.css';

interface TagProps {
  readonly tone: Tone;
  readonly title?: string;
  readonly testId?: string;
  readonly children: ReactNode;
}

/** A word with the colour of its meaning. */
export function Tag({ tone, title, testId, children }: TagProps) {
  return (
    <span className="tag" data-tone={tone} title={title} data-testid={testId}>
      {children}
    </span>
  );
}
