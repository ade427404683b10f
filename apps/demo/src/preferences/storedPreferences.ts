/** The user's choices about the page: the only data of theirs that is stored in the browser. */
export interface Preferences {
  readonly language: 'en' | 'fr';
  readonly theme: 'light' | 'dark';
  /** Is the developer panel open? */
  readonly panel: boolean;
}

const key = 'fernhill-preferences';

/** The stored choices, or the browser's own preferences. */
export function readPreferences(): Preferences {
  const stored = readStored();
  return {
    language: stored.language ?? (navigator.language.startsWith('fr') ? 'fr' : 'en'),
    theme: stored.theme ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'),
    panel: stored.panel ?? false,
  };
}

/** Stores the choices. */
export function storePreferences(preferences: Preferences): void {
  try {
    localStorage.setItem(key, JSON.stringify(preferences));
  } catch {
    // Storage is blocked or full: the choices last until the page is left.
  }
}

function readStored(): Partial<Preferences> {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? '{}');
    if (typeof stored !== 'object' || stored === null) return {};
    return {
      ...('language' in stored &&
        (stored.language === 'en' || stored.language === 'fr') && { language: stored.language }),
      ...('theme' in stored &&
        (stored.theme === 'light' || stored.theme === 'dark') && { theme: stored.theme }),
      ...('panel' in stored && typeof stored.panel === 'boolean' && { panel: stored.panel }),
    };
  } catch {
    return {};
  }
}
