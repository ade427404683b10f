import type { ReactElement } from 'react';
import { nameAccount } from '../accounts/nameAccount.ts';
import { ConfirmedAction } from '../layout/ConfirmedAction.tsx';
import { usePreferences } from '../preferences/Preferences.tsx';
import { useCancelAgreement, useRent } from './useRent.ts';

/** Cancels the agreement, as its terms promise, after a question. Nothing without an agreement. */
export function CancelAgreement(): ReactElement | null {
  const { text } = usePreferences();
  const rent = useRent();
  const cancellation = useCancelAgreement();
  if (rent.status !== 'ready' || rent.plan === null) return null;
  const { body, ...words } = text.settings.cancelAgreement;
  return <ConfirmedAction words={{ ...words, body: body(nameAccount(rent.plan)) }} action={cancellation} />;
}
