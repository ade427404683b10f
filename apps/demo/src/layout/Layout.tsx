import type { ReactElement, ReactNode } from 'react';
import { Drawer } from '../developer/DeveloperPanel.tsx';
import { useLook } from '../preferences/Preferences.tsx';
import { useResident } from '../user/User.tsx';
import { residents } from '../user/users.ts';
import { Link } from '../routing/Link.tsx';
import { useRoute } from '../routing/useRoute.ts';
import { House } from './Logo.tsx';

/** What every page stands in: the name, the two switches, and who is behind it. */
export function Frame({ children }: { readonly children: ReactNode }): ReactElement {
  const { resident, signIn } = useResident();
  const route = useRoute();
  const { text, theme, switchLanguage, switchTheme, language } = useLook();
  return (
    <div className="frame">
      <a className="skip" href="#main">
        {text.skip}
      </a>
      <header className="header">
        <Link to="/" className="brand">
          <House className="brand-mark" />
          <span className="brand-name">{text.title}</span>
        </Link>
        <nav className="nav" aria-label={text.nav.label}>
          {pages.map(({ to, name }) => (
            <Link key={to} to={to} className="nav-link" aria-current={route === to ? 'page' : undefined}>
              {text.nav[name]}
            </Link>
          ))}
        </nav>
        <div className="switches">
          <label className="switch">
            <span className="switch-label">{text.resident}</span>
            <select value={resident.name} onChange={(event) => signIn(event.currentTarget.value)}>
              {residents.map(({ name, shownAs }) => (
                <option key={name} value={name}>
                  {shownAs}
                </option>
              ))}
            </select>
          </label>
          <button
            type="button"
            className="switch"
            lang={language === 'fr' ? 'en-CA' : 'fr-CA'}
            aria-label={text.languageLabel}
            onClick={switchLanguage}
          >
            {text.language}
          </button>
          <button type="button" className="switch" aria-pressed={theme === 'dark'} onClick={switchTheme}>
            <span className="theme-dot" aria-hidden="true" />
            <span className="theme-name">{text.dark}</span>
          </button>
        </div>
      </header>
      <main id="main" className="main" tabIndex={-1}>
        {children}
      </main>
      <footer className="footer">
        <p>{text.footer.fiction}</p>
        <p>{text.footer.sandbox}</p>
      </footer>
      <Drawer />
    </div>
  );
}

const pages = [
  { to: '/accounts', name: 'accounts' },
  { to: '/choose', name: 'rent' },
] as const;
