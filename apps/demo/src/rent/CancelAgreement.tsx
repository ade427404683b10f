import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { nameAccount } from '../accounts/nameAccount.ts';
import type { Change } from '../changes/useHeldChange.ts';
import { ConfirmedAction } from '../layout/ConfirmedAction.tsx';
import { LoadNotice } from '../layout/LoadNotice.tsx';
import { usePreferences } from '../preferences/Preferences.tsx';
import { useUser } from '../user/User.tsx';
import { rentPlanQuery } from './rentPlanQuery.ts';
import { useRent } from './useRent.ts';

/**
 * Cancels the agreement, as its terms promise, after a question. Nothing without an agreement; where it could not be
 * loaded, the reason.
 */
export function CancelAgreement({ cancellation }: CancelAgreementProps): ReactElement | null {
  const { text } = usePreferences();
  const { user } = useUser();
  const rent = useRent();
  const query = useQuery(rentPlanQuery(user.name));
  const { body, load, ...words } = text.settings.cancelAgreement;
  switch (rent.status) {
    case 'failed':
    case 'offline':
      return <LoadNotice query={query} words={load} />;
    case 'loading':
      return null;
    case 'ready':
      if (rent.plan === null) return null;
      return (
        <ConfirmedAction words={{ ...words, body: body(nameAccount(rent.plan)) }} action={cancellation} />
      );
  }
}

interface CancelAgreementProps {
  /** What `useCancelAgreement` gives. The page has it, since it shows the outcome when the agreement is gone. */
  readonly cancellation: Change;
}
