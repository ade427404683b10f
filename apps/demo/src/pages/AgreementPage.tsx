import { useAccounts } from '@flinks-kit/react';
import { type ReactElement, useRef, useState } from 'react';
import { usePreferences } from '../preferences/Preferences.tsx';
import { Agreed } from '../rent/Agreed.tsx';
import { AgreementText } from '../rent/AgreementText.tsx';
import { PageHeading } from '../layout/PageHeading.tsx';
import type { AccountChoice } from '../rent/RentPlan.ts';
import { useAgree } from '../rent/useRent.ts';
import { Link } from '../routing/Link.tsx';
import { navigate, readRouteState } from '../routing/useRoute.ts';

/** The agreement in both languages, and the moment of success after it. */
export function AgreementPage(): ReactElement {
  const { text } = usePreferences();
  const [{ choice, agreed }, setState] = useState(readRouteState);
  const finish = (): void => {
    navigate('/agreement', { replace: true, state: { agreed: true } });
    setState({ agreed: true });
  };
  if (agreed === true) return <Agreed />;
  return (
    <div className="narrow stack">
      <PageHeading>{text.agreement.heading}</PageHeading>
      {choice === undefined ? (
        <>
          <p className="lead">{text.agreement.missing}</p>
          <Link to="/choose" className="button">
            {text.agreement.choose}
          </Link>
        </>
      ) : (
        <Agreement choice={choice} onAgreed={finish} />
      )}
    </div>
  );
}

interface AgreementProps {
  readonly choice: AccountChoice;
  readonly onAgreed: () => void;
}

function Agreement({ choice, onAgreed }: AgreementProps): ReactElement {
  const { text } = usePreferences();
  const { data } = useAccounts(choice.connectionId);
  const agree = useAgree();
  const { takeBack } = agree;
  const button = useRef<HTMLButtonElement>(null);
  const account = data?.accounts.find(({ id }) => id === choice.accountId);
  const { problems } = text.agreement;
  const problem =
    Object.entries(problems).find(([code]) => code === agree.error?.message)?.[1] ?? problems.other;
  return (
    <>
      <AgreementText account={account} />
      {agree.isError && (
        <p role="alert" className="notice notice-danger">
          {problem}
        </p>
      )}
      <p role="status" className="notice">
        {takeBack && text.load.waits}
      </p>
      <div className="actions">
        <button
          ref={button}
          type="button"
          className="button"
          aria-disabled={agree.isPending}
          onClick={() => !agree.isPending && agree.mutate(choice, { onSuccess: onAgreed })}
        >
          {text.agreement.agree}
        </button>
        {takeBack && (
          <button
            type="button"
            className="button button-quiet"
            onClick={() => {
              takeBack();
              button.current?.focus();
            }}
          >
            {text.load.takeBack}
          </button>
        )}
        <Link to="/choose" className="button button-quiet">
          {text.agreement.other}
        </Link>
      </div>
    </>
  );
}
