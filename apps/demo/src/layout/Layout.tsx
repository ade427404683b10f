import { onlineManager } from '@tanstack/react-query';
import { type ReactElement, type ReactNode, useSyncExternalStore } from 'react';
import { DeveloperButton, DeveloperPanel } from '../developer/DeveloperPanel.tsx';
import { usePreferences } from '../preferences/Preferences.tsx';
import { Link } from '../routing/Link.tsx';
import { useRoute } from '../routing/useRoute.ts';
import { useUser } from '../user/User.tsx';
import { users } from '../user/users.ts';
import { Logo } from './Logo.tsx';

/** Header, content and footer of every page. */
export function Layout({ children }: { readonly children: ReactNode }): ReactElement {
  const route = useRoute();
  const { text } = usePreferences();
  const isOnline = useSyncExternalStore(subscribeOnline, () => onlineManager.isOnline());
  return (
    <div className="layout">
      <a className="skip" href="#main">
        {text.skip}
      </a>
      <header className="header">
        <Link to="/" className="brand">
          <Logo className="brand-mark" />
          <span>{text.title}</span>
        </Link>
        <nav className="nav" aria-label={text.nav.label}>
          {pages.map(({ to, name }) => (
            <Link key={to} to={to} className="nav-link" aria-current={route === to ? 'page' : undefined}>
              {text.nav[name]}
            </Link>
          ))}
        </nav>
        <Controls />
      </header>
      <main id="main" className="main" tabIndex={-1}>
        <p role="status" className="notice offline">
          {!isOnline && route !== '/connect' && text.load.noConnection}
        </p>
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

function Controls(): ReactElement {
  const { user, signIn } = useUser();
  const { text, theme, switchLanguage, switchTheme, language } = usePreferences();
  return (
    <div className="header-controls">
      <select
        className="control"
        aria-label={text.user}
        value={user.name}
        onChange={(event) => signIn(event.currentTarget.value)}
      >
        {users.map(({ name, shownAs }) => (
          <option key={name} value={name}>
            {shownAs}
          </option>
        ))}
      </select>
      <button
        type="button"
        className="control"
        lang={language === 'fr' ? 'en-CA' : 'fr-CA'}
        aria-label={text.languageLabel}
        onClick={switchLanguage}
      >
        {text.language}
      </button>
      <button
        type="button"
        className="control"
        aria-pressed={theme === 'dark'}
        aria-label={text.dark}
        title={text.dark}
        onClick={switchTheme}
      >
        <svg className="icon" viewBox="0 0 20 20" aria-hidden="true">
          <path d="M16.5 12.2A7 7 0 0 1 7.8 3.5a7 7 0 1 0 8.7 8.7Z" />
        </svg>
      </button>
      <DeveloperButton />
    </div>
  );
}

const pages = [
  { to: '/accounts', name: 'accounts' },
  { to: '/choose', name: 'rent' },
  { to: '/settings', name: 'settings' },
] as const;

const subscribeOnline = (listener: () => void) => onlineManager.subscribe(listener);
