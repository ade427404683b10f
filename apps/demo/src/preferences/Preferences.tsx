import { createContext, type ReactElement, type ReactNode, use, useEffect, useState } from 'react';
import { en, type Text } from '../text/en.ts';
import { fr } from '../text/fr.ts';
import { keepPreferences, loadPreferences, type Preferences } from './storedPreferences.ts';

/** The words, the theme, and the two switches. */
export interface Look extends Preferences {
  readonly text: Text;
  readonly locale: 'en-CA' | 'fr-CA';
  readonly switchLanguage: () => void;
  readonly switchTheme: () => void;
}

/** Keeps the language and the theme, on the page and in this browser. */
export function LookProvider({ children }: { readonly children: ReactNode }): ReactElement {
  const [preferences, setPreferences] = useState(loadPreferences);
  const { language, theme } = preferences;

  useEffect(() => {
    document.documentElement.lang = language === 'fr' ? 'fr-CA' : 'en-CA';
    document.documentElement.dataset['flinksTheme'] = theme;
    keepPreferences({ language, theme });
  }, [language, theme]);

  const look: Look = {
    ...preferences,
    text: language === 'fr' ? fr : en,
    locale: language === 'fr' ? 'fr-CA' : 'en-CA',
    switchLanguage: () => setPreferences({ theme, language: language === 'fr' ? 'en' : 'fr' }),
    switchTheme: () => setPreferences({ language, theme: theme === 'dark' ? 'light' : 'dark' }),
  };
  return <LookContext value={look}>{children}</LookContext>;
}

/** The words and the look of the page. */
export function useLook(): Look {
  const look = use(LookContext);
  if (look === null)
    throw new Error('useLook found no LookProvider, so there are no words: wrap the app in one.');
  return look;
}

const LookContext = createContext<Look | null>(null);
