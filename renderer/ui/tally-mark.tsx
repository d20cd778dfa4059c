/** The mark: a tally of two halves that meet. */
export function TallyMark({ size }: { readonly size: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" fill="currentColor" aria-hidden focusable="false">
      <path d="M11 2.5H8.2a4.7 4.7 0 0 0-4.7 4.7v9.6a4.7 4.7 0 0 0 4.7 4.7H11v-4.2l-1.9-1.5 1.9-1.5V9.7L9.1 8.2 11 6.7z" />
      <path
        opacity="0.72"
        d="M13 2.5h2.8a4.7 4.7 0 0 1 4.7 4.7v9.6a4.7 4.7 0 0 1-4.7 4.7H13v-4.2l-1.9-1.5 1.9-1.5V9.7l-1.9-1.5L13 6.7z"
      />
    </svg>
  );
}
