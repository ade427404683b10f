/** What a person chose about the page. Kept in this browser; nothing else of theirs is. */
export interface Preferences {
  readonly language: 'en' | 'fr';
  readonly theme: 'light' | 'dark';
}

const key = 'fernhill-preferences';

/** The last choice; before any, what the browser prefers. */
export function readPreferences(): Preferences {
  const kept = readStored();
  return {
    language: kept.language ?? (navigator.language.startsWith('fr') ? 'fr' : 'en'),
    theme: kept.theme ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'),
  };
}

/** Keeps a choice, where the browser lets us. */
export function storePreferences(preferences: Preferences): void {
  try {
    localStorage.setItem(key, JSON.stringify(preferences));
  } catch {
    // Storage may be forbidden or full; the choice then lasts as long as the page.
  }
}

function readStored(): Partial<Preferences> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '{}');
    if (typeof kept !== 'object' || kept === null) return {};
    return {
      ...('language' in kept &&
        (kept.language === 'en' || kept.language === 'fr') && { language: kept.language }),
      ...('theme' in kept && (kept.theme === 'light' || kept.theme === 'dark') && { theme: kept.theme }),
    };
  } catch {
    return {};
  }
}
