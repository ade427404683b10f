import type { ReactElement } from 'react';
import { usePreferences } from '../preferences/Preferences.tsx';
import { PageHeading } from '../layout/PageHeading.tsx';
import { Link } from '../routing/Link.tsx';

/** The page of every unknown address. */
export function NotFoundPage(): ReactElement {
  const { text } = usePreferences();
  return (
    <div className="centered">
      <PageHeading>{text.notFound.heading}</PageHeading>
      <p className="lead">{text.notFound.lead}</p>
      <Link to="/" className="button">
        {text.connect.home}
      </Link>
    </div>
  );
}
