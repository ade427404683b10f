import { type ReactElement, useEffect, useRef, useSyncExternalStore } from 'react';
import { createPortal, flushSync } from 'react-dom';
import { usePreferences } from '../preferences/Preferences.tsx';
import { CallsPane } from './CallsPane.tsx';
import { ControlsPane } from './ControlsPane.tsx';
import { TimelinePane } from './TimelinePane.tsx';

/**
 * For developers: the session's messages and states, the HTTP calls, and the sandbox's controls. Docked to the window. An
 * open modal dialog makes the rest of the page inert, so the panel moves into it.
 */
export function DeveloperPanel(): ReactElement | null {
  const { text, panel } = usePreferences();
  const dialog = useSyncExternalStore(subscribeDialog, findDialog);
  if (!panel) return null;
  return createPortal(
    <section
      ref={showPanel}
      id={panelId}
      className="panel"
      popover="manual"
      aria-label={text.developer.open}
      tabIndex={-1}
    >
      <TimelinePane />
      <CallsPane />
      <ControlsPane />
    </section>,
    dialog ?? document.body,
  );
}

/** Opens and closes the developer panel. Control and the period key do too, and move the focus into it and back. */
export function DeveloperButton(): ReactElement {
  const { text, panel, togglePanel } = usePreferences();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (!event.ctrlKey || event.key !== '.') return;
      event.preventDefault();
      flushSync(togglePanel);
      (document.getElementById(panelId) ?? button.current)?.focus();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  });
  return (
    <button
      ref={button}
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

function showPanel(panel: HTMLElement | null): void {
  if (panel?.matches(':popover-open') === false) panel.showPopover();
}

function findDialog(): Element | null {
  return document.querySelector('dialog[open]');
}

function subscribeDialog(listener: () => void): () => void {
  const observer = new MutationObserver(listener);
  observer.observe(document.body, { subtree: true, childList: true, attributeFilter: ['open'] });
  return () => observer.disconnect();
}
