import type { ReactElement, ReactNode } from 'react';
import { usePreferences } from '../preferences/Preferences.tsx';
import { firstOfNextMonth, formatDay } from './format.ts';

/** When the rent is due, and how it is paid: two rows of a `<dl>`. */
export function RentFacts({ method }: { readonly method: ReactNode }): ReactElement {
  const { locale, text } = usePreferences();
  return (
    <>
      <div>
        <dt>{text.rent.due}</dt>
        <dd>{formatDay(firstOfNextMonth(), locale)}</dd>
      </div>
      <div>
        <dt>{text.rent.method}</dt>
        <dd>{method}</dd>
      </div>
    </>
  );
}
