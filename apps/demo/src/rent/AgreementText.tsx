import type { ConnectedAccount } from '@flinks-kit/react';
import type { ReactElement } from 'react';
import { usePreferences } from '../preferences/Preferences.tsx';
import { useUser } from '../user/User.tsx';
import { en, type Text } from '../text/en.ts';
import { fr } from '../text/fr.ts';
import { firstOfNextMonth, formatDay, formatRent } from './format.ts';
import { nameAccount } from '../accounts/nameAccount.ts';
import { RentFacts } from './RentFacts.tsx';

/** A sample agreement in the page's language, and collapsed below it in the other one. */
export function AgreementText({ account }: { readonly account: ConnectedAccount | undefined }): ReactElement {
  const { language, locale, text } = usePreferences();
  const { user } = useUser();
  const other = language === 'fr' ? 'en' : 'fr';
  return (
    <article className="agreement">
      <h2 className="agreement-title">{text.agreement.title}</h2>
      <dl className="agreement-facts">
        <div>
          <dt>{text.rent.heading(user.unit)}</dt>
          <dd>{formatRent(user.rent, locale)}</dd>
        </div>
        <RentFacts method={account === undefined ? text.agreement.anAccount : nameAccount(account)} />
      </dl>
      <Terms language={language} account={account} />
      <details lang={`${other}-CA`} className="agreement-other">
        <summary>{text.agreement.inOther}</summary>
        <Terms language={other} account={account} />
      </details>
      <p className="agreement-sample">{text.agreement.sample}</p>
    </article>
  );
}

interface TermsProps {
  readonly language: 'en' | 'fr';
  readonly account: ConnectedAccount | undefined;
}

function Terms({ language, account }: TermsProps): ReactElement {
  const { user } = useUser();
  const { agreement }: Text = language === 'fr' ? fr : en;
  const locale = `${language}-CA`;
  const terms = agreement.terms({
    account: account === undefined ? agreement.anAccount : nameAccount(account),
    from: formatDay(firstOfNextMonth(), locale),
    amount: formatRent(user.rent, locale),
    unit: user.unit,
  });
  return (
    <ol className="agreement-terms">
      {terms.map((term) => (
        <li key={term}>{term}</li>
      ))}
    </ol>
  );
}
