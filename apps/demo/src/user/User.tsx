import type { FlinksClient } from '@flinks-kit/react';
import { createContext, type ReactElement, type ReactNode, use, useMemo, useState } from 'react';
import { useDeveloper } from '../developer/Developer.tsx';
import { watchedClient } from '../developer/createRecordedClient.ts';
import { navigate } from '../routing/useRoute.ts';
import { type Resident, residents } from './users.ts';

/** Who is signed in, and their way to the server. */
export interface SignedIn {
  readonly resident: Resident;
  readonly client: FlinksClient;
  readonly signIn: (name: string) => void;
}

/**
 * Keeps who is signed in. A sample has no passwords: a cookie names the resident, and the server trusts it only within
 * this browser. The client's scope keeps the two apart in every cache.
 */
export function ResidentProvider({ children }: { readonly children: ReactNode }): ReactElement {
  const [resident, setResident] = useState(readResident);
  const developer = useDeveloper();
  const client = useMemo(() => watchedClient(resident.name, developer), [resident, developer]);
  const signIn = (name: string): void => {
    document.cookie = `${cookie}=${name}; Path=/; SameSite=Lax`;
    setResident(readResident());
    developer.recorder.clear();
    navigate('/');
  };
  return <ResidentContext value={{ resident, client, signIn }}>{children}</ResidentContext>;
}

/** Who is signed in. */
export function useResident(): SignedIn {
  const signedIn = use(ResidentContext);
  if (signedIn === null)
    throw new Error('useResident found no ResidentProvider, so nobody is signed in: wrap the app in one.');
  return signedIn;
}

const cookie = 'fernhill-resident';
const ResidentContext = createContext<SignedIn | null>(null);

function readResident(): Resident {
  return residents.find(({ name }) => document.cookie.includes(`${cookie}=${name}`)) ?? residents[0];
}
