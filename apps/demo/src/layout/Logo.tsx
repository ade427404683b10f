import type { ReactElement } from 'react';

/** Fernhill's logo. Decoration only. */
export function Logo({ className }: { readonly className: string }): ReactElement {
  return (
    <svg className={className} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <path d="M5 16 16 6l11 10" />
      <path d="M8 15v11h16V15" />
      <path d="M13.5 26v-5a2.5 2.5 0 0 1 5 0v5" />
    </svg>
  );
}
