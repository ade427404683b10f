import { type ReactElement, useState } from 'react';

/**
 * Announces a text politely when it changes, and not the one that it was mounted with: a page of many cards
 * would otherwise announce each of them while it loads.
 */
export function Announcement({ text }: { readonly text: string }): ReactElement {
  const [last, setLast] = useState({ text, hasChanged: false });
  if (last.text !== text) setLast({ text, hasChanged: true });
  return (
    <span role="status" data-flinks-spoken="">
      {last.hasChanged && last.text}
    </span>
  );
}
