import { type ReactElement, useId, useState } from 'react';
import { usePreferences } from '../preferences/Preferences.tsx';
import { CallsPane } from './CallsPane.tsx';
import { ControlsPane } from './ControlsPane.tsx';
import { TimelinePane } from './TimelinePane.tsx';

/** For whoever builds with the kit: what the session says, what the page asks, and how the sandbox behaves. */
export function DeveloperPanel(): ReactElement {
  const { text } = usePreferences();
  const [isOpen, setIsOpen] = useState(false);
  const panelId = useId();

  return (
    <>
      <div className="panel-button">
        <button
          type="button"
          className="switch"
          aria-expanded={isOpen}
          aria-controls={panelId}
          onClick={() => setIsOpen(!isOpen)}
        >
          <span className="panel-sign" aria-hidden="true" />
          {text.developer.open}
        </button>
      </div>
      <section id={panelId} className="panel" aria-label={text.developer.open} hidden={!isOpen}>
        {isOpen && (
          <>
            <TimelinePane />
            <CallsPane />
            <ControlsPane />
          </>
        )}
      </section>
    </>
  );
}
