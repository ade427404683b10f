import { type ReactElement, useId, useState } from 'react';
import { useLook } from '../preferences/Preferences.tsx';
import { CallsPane } from './CallsPane.tsx';
import { ControlsPane } from './ControlsPane.tsx';
import { TimelinePane } from './TimelinePane.tsx';

/** For whoever builds with the kit: what the session says, what the page asks, and how the sandbox behaves. */
export function Drawer(): ReactElement {
  const { text } = useLook();
  const [isOpen, setIsOpen] = useState(false);
  const drawerId = useId();

  return (
    <>
      <div className="drawer-door">
        <button
          type="button"
          className="switch"
          aria-expanded={isOpen}
          aria-controls={drawerId}
          onClick={() => setIsOpen(!isOpen)}
        >
          <span className="drawer-sign" aria-hidden="true" />
          {text.drawer.open}
        </button>
      </div>
      <section id={drawerId} className="drawer" aria-label={text.drawer.open} hidden={!isOpen}>
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
