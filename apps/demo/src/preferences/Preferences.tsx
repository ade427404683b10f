import { createContext, type ReactElement, type ReactNode, use, useEffect, useState } from 'react';
import { en, type Text } from '../text/en.ts';
import { fr } from '../text/fr.ts';
import { storePreferences, readPreferences, type Preferences } from './storedPreferences.ts';

/** The user's preferences, the texts in their language, and the functions that change them. */
export interface PreferencesContextValue extends Preferences {
  readonly text: Text;
  readonly locale: 'en-CA' | 'fr-CA';
  readonly switchLanguage: () => void;
  readonly switchTheme: () => void;
  readonly togglePanel: () => void;
}

/** Applies the preferences to the page and stores them in this browser. */
export function PreferencesProvider({ children }: { readonly children: ReactNode }): ReactElement {
  const [preferences, setPreferences] = useState(readPreferences);
  const { language, theme, panel } = preferences;

  useEffect(() => {
    document.documentElement.lang = language === 'fr' ? 'fr-CA' : 'en-CA';
    document.documentElement.dataset['flinksTheme'] = theme;
    storePreferences({ language, theme, panel });
  }, [language, theme, panel]);

  const value: PreferencesContextValue = {
    ...preferences,
    text: language === 'fr' ? fr : en,
    locale: language === 'fr' ? 'fr-CA' : 'en-CA',
    switchLanguage: () => setPreferences({ ...preferences, language: language === 'fr' ? 'en' : 'fr' }),
    switchTheme: () => setPreferences({ ...preferences, theme: theme === 'dark' ? 'light' : 'dark' }),
    togglePanel: () => setPreferences({ ...preferences, panel: !panel }),
  };
  return <PreferencesContext value={value}>{children}</PreferencesContext>;
}

/** The user's preferences and the texts in their language. */
export function usePreferences(): PreferencesContextValue {
  const value = use(PreferencesContext);
  if (value === null)
    throw new Error(
      'usePreferences found no PreferencesProvider, so there are no texts: wrap the app in one.',
    );
  return value;
}

const PreferencesContext = createContext<PreferencesContextValue | null>(null);
