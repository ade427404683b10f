import { act } from '@testing-library/react';

/** Where the widget of a test lives. */
export const widgetOrigin = 'https://example-iframe.private.fin.ag';

/** The frame that is mounted now. */
export function widgetFrame(): HTMLIFrameElement {
  const frame = document.querySelector('iframe');
  if (!frame) throw new Error('No frame is mounted.');
  return frame;
}

/** Posts a message as the mounted frame would: with its window and its origin, unless a test sets another. */
export function postFromWidget(data: unknown, from: { origin?: string; source?: Window | null } = {}): void {
  const { origin = widgetOrigin, source = widgetFrame().contentWindow } = from;
  act(() => {
    window.dispatchEvent(new MessageEvent('message', { data, origin, source }));
  });
}

/** Lets promises go on, inside React's `act`. */
export async function settled(): Promise<void> {
  await act(async () => {
    await new Promise((resume) => setTimeout(resume));
  });
}
