import { InstitutionLogo, useConnections } from '@flinks-kit/react';
import type { ReactElement } from 'react';

/** The user's banks by logo and name. */
export function BankNames(): ReactElement {
  const { data: connections = [] } = useConnections();
  return (
    <ul style={{ listStyle: 'none', padding: 0 }}>
      {connections.map(({ id, institution, institutionName }) => {
        const name = institutionName ?? 'Your bank';
        return (
          <li key={id} style={{ display: 'flex', gap: 12, alignItems: 'center' }}>
            <InstitutionLogo institution={institution} name={name} /> {name}
          </li>
        );
      })}
    </ul>
  );
}
