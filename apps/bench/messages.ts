import type { Line } from './report.ts';
import type { MessageFigures } from './page/messages.tsx';
import { runInChromium } from './runInChromium.ts';

/** What a message costs a page with a live session: renders of the component, and microseconds of its thread. */
export async function measureMessages(): Promise<readonly Line[]> {
  const figures = await runInChromium<MessageFigures>('messages.tsx', 'globalThis.measureMessages()');
  return (['meaningful', 'repeated', 'foreign'] as const).flatMap((kind) => [
    {
      what: `renders per ${kind} message`,
      figure: figures[kind].renders,
      unit: 'renders',
      budget: kind === 'meaningful' ? 1 : 0,
    },
    { what: `one ${kind} message`, figure: figures[kind].microseconds, unit: 'µs' },
  ]);
}
