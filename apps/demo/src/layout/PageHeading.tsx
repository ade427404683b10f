import { type ReactElement, useEffect, useRef } from 'react';
import { usePreferences } from '../preferences/Preferences.tsx';
import { hasNavigated } from '../routing/useRoute.ts';

/** The one heading of a page. Takes the focus when a page replaces another, and names the tab. */
export function PageHeading({ children }: { readonly children: string }): ReactElement {
  const heading = useRef<HTMLHeadingElement>(null);
  const { text } = usePreferences();

  useEffect(() => {
    document.title = `${children} · ${text.title}`;
  }, [children, text]);

  useEffect(() => {
    // On the first page of a state the browser's own start is right.
    if (hasNavigated()) heading.current?.focus();
  }, []);

  return (
    <h1 ref={heading} tabIndex={-1} className="page-heading">
      {children}
    </h1>
  );
}
