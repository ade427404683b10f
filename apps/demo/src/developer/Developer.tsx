import { createContext, type ReactElement, type ReactNode, use, useState } from 'react';
import { createDeveloper, type Developer } from './createDeveloper.ts';

/** Keeps the developer's tools above everything that they look at. */
export function DeveloperProvider({ children }: { readonly children: ReactNode }): ReactElement {
  const [developer] = useState(createDeveloper);
  return <DeveloperContext value={developer}>{children}</DeveloperContext>;
}

/** The developer's tools. The same object for as long as the page lives. */
export function useDeveloper(): Developer {
  const developer = use(DeveloperContext);
  if (developer === null)
    throw new Error('useDeveloper found no DeveloperProvider, so nothing is recorded: wrap the app in one.');
  return developer;
}

const DeveloperContext = createContext<Developer | null>(null);
