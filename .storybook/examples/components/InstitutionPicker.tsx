import { FlinksConnectDialog, InstitutionPicker, useFlinksConnect, useInstitutions } from '@flinks-kit/react';
import type { ReactElement } from 'react';

/** The user's bank first, then its sign-in in the widget. */
export function ChooseBank(): ReactElement {
  const institutions = useInstitutions();
  const connect = useFlinksConnect();
  return (
    <>
      <InstitutionPicker institutions={institutions} connect={connect} />
      <FlinksConnectDialog connect={connect} />
    </>
  );
}
