import { GLOBALS_UPDATED, SET_GLOBALS } from 'storybook/internal/core-events';
import { addons } from 'storybook/preview-api';
import { useEffect, useState } from 'react';

/** The values of the toolbar, for pages that are no story. */
export function useToolbar(): Toolbar {
  const [toolbar, setToolbar] = useState(readToolbar);
  useEffect(() => {
    const channel = addons.getChannel();
    const follow = ({ globals }: GlobalsEvent): void => setToolbar(globals);
    channel.on(GLOBALS_UPDATED, follow);
    channel.on(SET_GLOBALS, follow);
    return () => {
      channel.off(GLOBALS_UPDATED, follow);
      channel.off(SET_GLOBALS, follow);
    };
  }, []);
  return toolbar;
}

type Toolbar = Readonly<Record<string, unknown>>;
interface GlobalsEvent {
  readonly globals: Toolbar;
}

// The channel remembers the last event; a page that mounts later reads it.
function readToolbar(): Toolbar {
  const channel = addons.getChannel();
  const events: readonly GlobalsEvent[] = channel.last(GLOBALS_UPDATED) ?? channel.last(SET_GLOBALS) ?? [];
  return events[0]?.globals ?? {};
}
