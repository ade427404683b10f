import { type ReactElement, useEffect, useRef } from 'react';
import { usePreferences } from '../preferences/Preferences.tsx';
import { hasNavigated } from '../routing/useRoute.ts';

/** The page's h1. Gets the focus after a navigation, and names the tab. */
export function PageHeading({ children, outcome = null }: PageHeadingProps): ReactElement {
  const heading = useRef<HTMLHeadingElement>(null);
  const { text } = usePreferences();

  useEffect(() => {
    document.title = `${children} · ${text.title}`;
  }, [children, text]);

  useEffect(() => {
    // After a full page load, the browser's own focus is right.
    if (hasNavigated()) heading.current?.focus();
  }, []);

  useEffect(() => {
    // The button that had the focus went with the outcome.
    if (outcome !== null && document.activeElement === document.body) heading.current?.focus();
  }, [outcome]);

  return (
    <h1 ref={heading} tabIndex={-1} className="page-heading">
      {children}
    </h1>
  );
}

interface PageHeadingProps {
  readonly children: string;
  /** The outcome of what the user did on this page. The heading takes a focus that is lost with it. */
  readonly outcome?: 'deleted' | 'cancelled' | null;
}
