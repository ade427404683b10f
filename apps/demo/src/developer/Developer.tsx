import { createContext, type ReactElement, type ReactNode, use, useState } from 'react';
import { createDeveloper, type Developer } from './createDeveloper.ts';

/** Provides the developer panel's state to the app. */
export function DeveloperProvider({ children }: { readonly children: ReactNode }): ReactElement {
  const [developer] = useState(createDeveloper);
  return <DeveloperContext value={developer}>{children}</DeveloperContext>;
}

/** The developer panel's state. The same object until the page is left. */
export function useDeveloper(): Developer {
  const developer = use(DeveloperContext);
  if (developer === null)
    throw new Error('useDeveloper found no DeveloperProvider, so nothing is recorded: wrap the app in one.');
  return developer;
}

const DeveloperContext = createContext<Developer | null>(null);
