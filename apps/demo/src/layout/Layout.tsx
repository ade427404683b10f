import type { ReactElement, ReactNode } from 'react';
import { DeveloperPanel } from '../developer/DeveloperPanel.tsx';
import { usePreferences } from '../preferences/Preferences.tsx';
import { useUser } from '../user/User.tsx';
import { users } from '../user/users.ts';
import { Link } from '../routing/Link.tsx';
import { useRoute } from '../routing/useRoute.ts';
import { Logo } from './Logo.tsx';

/** What every page stands in: the name, the two switches, and who is behind it. */
export function Layout({ children }: { readonly children: ReactNode }): ReactElement {
  const { user, signIn } = useUser();
  const route = useRoute();
  const { text, theme, switchLanguage, switchTheme, language } = usePreferences();
  return (
    <div className="frame">
      <a className="skip" href="#main">
        {text.skip}
      </a>
      <header className="header">
        <Link to="/" className="brand">
          <Logo className="brand-mark" />
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
            <span className="switch-label">{text.user}</span>
            <select value={user.name} onChange={(event) => signIn(event.currentTarget.value)}>
              {users.map(({ name, shownAs }) => (
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
      <DeveloperPanel />
    </div>
  );
}

const pages = [
  { to: '/accounts', name: 'accounts' },
  { to: '/choose', name: 'rent' },
] as const;
