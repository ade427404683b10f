import type { ReactElement } from 'react';
import { DeleteEverything } from '../connections/DeleteEverything.tsx';
import { useDeleteEverything } from '../connections/useDeleteEverything.ts';
import { LoadNotice } from '../layout/LoadNotice.tsx';
import { PageHeading } from '../layout/PageHeading.tsx';
import { usePreferences } from '../preferences/Preferences.tsx';
import { CancelAgreement } from '../rent/CancelAgreement.tsx';
import { useCancelAgreement, useRent } from '../rent/useRent.ts';
import { useBankConnect } from '../session/BankConnect.tsx';

/** What a user seldom needs: the end of the agreement, and of the whole account. */
export function SettingsPage(): ReactElement {
  const { text } = usePreferences();
  const { connections } = useBankConnect();
  const cancellation = useCancelAgreement();
  const deletion = useDeleteEverything(connections.data ?? []);
  const isEmpty = connections.data?.length === 0;
  const rent = useRent();
  const isCancelled = cancellation.isSuccess && rent.status === 'ready' && rent.plan === null;
  const outcome = isEmpty && deletion.isSuccess ? 'deleted' : isCancelled ? 'cancelled' : null;
  return (
    <div className="narrow stack">
      <PageHeading outcome={outcome}>{text.settings.heading}</PageHeading>
      <LoadNotice query={connections} />
      <p role="status" className="lead">
        {isEmpty ? text.settings.nothing : isCancelled && text.settings.cancelAgreement.done}
      </p>
      {connections.data && !isEmpty && (
        <div className="settings">
          <CancelAgreement cancellation={cancellation} />
          <DeleteEverything deletion={deletion} />
        </div>
      )}
    </div>
  );
}
