import { GLOBALS_UPDATED, SET_GLOBALS } from 'storybook/internal/core-events';
import { addons } from 'storybook/preview-api';
import { useEffect, useState } from 'react';

/** What the toolbar says, for pages that are no story. */
export function useToolbar(): Toolbar {
  const [toolbar, setToolbar] = useState(readToolbar);
  useEffect(() => {
    const channel = addons.getChannel();
    const follow = ({ globals }: Told): void => setToolbar(globals);
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
interface Told {
  readonly globals: Toolbar;
}

// The channel remembers what was said last; a page that comes later asks it.
function readToolbar(): Toolbar {
  const channel = addons.getChannel();
  const told: readonly Told[] = channel.last(GLOBALS_UPDATED) ?? channel.last(SET_GLOBALS) ?? [];
  return told[0]?.globals ?? {};
}
