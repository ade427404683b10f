import { type ReactElement, useEffect } from 'react';
import { usePreferences } from '../preferences/Preferences.tsx';
import { CallsPane } from './CallsPane.tsx';
import { ControlsPane } from './ControlsPane.tsx';
import { TimelinePane } from './TimelinePane.tsx';

/** For developers: the session's messages and states, the HTTP calls, and the sandbox's controls. Docked to the page. */
export function DeveloperPanel(): ReactElement | null {
  const { text, panel } = usePreferences();
  if (!panel) return null;
  return (
    <section id={panelId} className="panel" aria-label={text.developer.open}>
      <TimelinePane />
      <CallsPane />
      <ControlsPane />
    </section>
  );
}

/** Opens and closes the developer panel, as Control and the period key do. */
export function DeveloperButton(): ReactElement {
  const { text, panel, togglePanel } = usePreferences();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (!event.ctrlKey || event.key !== '.') return;
      event.preventDefault();
      togglePanel();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  });
  return (
    <button
      type="button"
      className="control"
      aria-expanded={panel}
      aria-controls={panel ? panelId : undefined}
      aria-keyshortcuts="Control+."
      aria-label={text.developer.open}
      title={`${text.developer.open} (Ctrl + .)`}
      onClick={togglePanel}
    >
      <svg className="icon" viewBox="0 0 20 20" aria-hidden="true">
        <path d="m7 6-4 4 4 4M13 6l4 4-4 4" />
      </svg>
    </button>
  );
}

const panelId = 'developer-panel';
