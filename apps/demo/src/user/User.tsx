import type { FlinksClient } from '@flinks-kit/react';
import { createContext, type ReactElement, type ReactNode, use, useMemo, useState } from 'react';
import { useDeveloper } from '../developer/Developer.tsx';
import { createRecordedClient } from '../developer/createRecordedClient.ts';
import { navigate } from '../routing/useRoute.ts';
import { type User, users } from './users.ts';

/** The signed-in user, and the kit's client for them. */
export interface UserContextValue {
  readonly user: User;
  readonly client: FlinksClient;
  readonly signIn: (name: string) => void;
}

/**
 * Provides the signed-in user. A sample has no passwords: a cookie names the user. The client's scope separates the
 * users' data in every cache.
 */
export function UserProvider({ children }: { readonly children: ReactNode }): ReactElement {
  const [user, setUser] = useState(readUser);
  const developer = useDeveloper();
  const client = useMemo(() => createRecordedClient(user.name, developer), [user, developer]);
  const signIn = (name: string): void => {
    document.cookie = `${cookie}=${name}; Path=/; SameSite=Lax`;
    setUser(readUser());
    developer.recorder.clear();
    navigate('/');
  };
  return <UserContext value={{ user, client, signIn }}>{children}</UserContext>;
}

/** The signed-in user. */
export function useUser(): UserContextValue {
  const signedIn = use(UserContext);
  if (signedIn === null)
    throw new Error('useUser found no UserProvider, so there is no signed-in user: wrap the app in one.');
  return signedIn;
}

const cookie = 'fernhill-user';
const UserContext = createContext<UserContextValue | null>(null);

function readUser(): User {
  return users.find(({ name }) => document.cookie.includes(`${cookie}=${name}`)) ?? users[0];
}
