import { createContext, type ReactElement, type ReactNode, use, useEffect, useState } from 'react';
import { en, type Text } from '../text/en.ts';
import { fr } from '../text/fr.ts';
import { storePreferences, readPreferences, type Preferences } from './storedPreferences.ts';

/** The words, the theme, and the two switches. */
export interface PreferencesContextValue extends Preferences {
  readonly text: Text;
  readonly locale: 'en-CA' | 'fr-CA';
  readonly switchLanguage: () => void;
  readonly switchTheme: () => void;
}

/** Keeps the language and the theme, on the page and in this browser. */
export function PreferencesProvider({ children }: { readonly children: ReactNode }): ReactElement {
  const [preferences, setPreferences] = useState(readPreferences);
  const { language, theme } = preferences;

  useEffect(() => {
    document.documentElement.lang = language === 'fr' ? 'fr-CA' : 'en-CA';
    document.documentElement.dataset['flinksTheme'] = theme;
    storePreferences({ language, theme });
  }, [language, theme]);

  const look: PreferencesContextValue = {
    ...preferences,
    text: language === 'fr' ? fr : en,
    locale: language === 'fr' ? 'fr-CA' : 'en-CA',
    switchLanguage: () => setPreferences({ theme, language: language === 'fr' ? 'en' : 'fr' }),
    switchTheme: () => setPreferences({ language, theme: theme === 'dark' ? 'light' : 'dark' }),
  };
  return <PreferencesContext value={look}>{children}</PreferencesContext>;
}

/** The words and the look of the page. */
export function usePreferences(): PreferencesContextValue {
  const look = use(PreferencesContext);
  if (look === null)
    throw new Error(
      'usePreferences found no PreferencesProvider, so there are no words: wrap the app in one.',
    );
  return look;
}

const PreferencesContext = createContext<PreferencesContextValue | null>(null);
