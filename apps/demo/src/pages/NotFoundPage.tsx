import type { ReactElement } from 'react';
import { useLook } from '../preferences/Preferences.tsx';
import { PageHeading } from '../layout/PageHeading.tsx';
import { Link } from '../routing/Link.tsx';

/** What an address shows that leads to no page. */
export function NowherePage(): ReactElement {
  const { text } = useLook();
  return (
    <div className="stack">
      <PageHeading>{text.nowhere.heading}</PageHeading>
      <p className="lead">{text.nowhere.lead}</p>
      <Link to="/" className="button">
        {text.connect.home}
      </Link>
    </div>
  );
}
