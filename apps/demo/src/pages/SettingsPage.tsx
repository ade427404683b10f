import type { ReactElement } from 'react';
import { DeleteEverything } from '../connections/DeleteEverything.tsx';
import { LoadNotice } from '../layout/LoadNotice.tsx';
import { PageHeading } from '../layout/PageHeading.tsx';
import { usePreferences } from '../preferences/Preferences.tsx';
import { CancelAgreement } from '../rent/CancelAgreement.tsx';
import { useBankConnect } from '../session/BankConnect.tsx';

/** What a user seldom needs: the end of the agreement, and of the whole account. */
export function SettingsPage(): ReactElement {
  const { text } = usePreferences();
  const { connections } = useBankConnect();
  const isEmpty = connections.data?.length === 0;
  return (
    <div className="narrow stack">
      {/* A new heading takes the focus of the button that is gone when everything is deleted. */}
      <PageHeading key={String(isEmpty)}>{text.settings.heading}</PageHeading>
      <LoadNotice query={connections} />
      <p role="status" className="lead">
        {isEmpty && text.settings.nothing}
      </p>
      {connections.data && !isEmpty && (
        <div className="settings">
          <CancelAgreement />
          <DeleteEverything connections={connections.data} />
        </div>
      )}
    </div>
  );
}
