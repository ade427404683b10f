import { type ReactElement, useEffect, useRef } from 'react';
import { usePreferences } from '../preferences/Preferences.tsx';
import { hasNavigated } from '../routing/useRoute.ts';

/** The page's h1. Gets the focus after a navigation, and names the tab. */
export function PageHeading({ children }: { readonly children: string }): ReactElement {
  const heading = useRef<HTMLHeadingElement>(null);
  const { text } = usePreferences();

  useEffect(() => {
    document.title = `${children} · ${text.title}`;
  }, [children, text]);

  useEffect(() => {
    // After a full page load, the browser's own focus is right.
    if (hasNavigated()) heading.current?.focus();
  }, []);

  return (
    <h1 ref={heading} tabIndex={-1} className="page-heading">
      {children}
    </h1>
  );
}
