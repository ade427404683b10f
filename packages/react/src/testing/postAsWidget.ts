/**
 * Posts a message as the mounted frame with this address would: from its window and its origin, through the same
 * gate as the real one.
 */
export function postAsWidget(address: string, data: unknown): void {
  const source = findFrame(address)?.contentWindow;
  if (!source) {
    throw new Error(
      'The fake widget has no frame to send from, so the hook would ignore it. ' +
        'Call open(), render <FlinksConnect connect={connect} />, and await the frame before you emit.',
    );
  }
  window.dispatchEvent(new MessageEvent('message', { data, origin: new URL(address).origin, source }));
}

/**
 * Gives the frames of a document without browsing contexts (happy-dom) a window each, since a message is only taken from
 * a frame's own window. Call it before a frame is mounted.
 */
export function giveFramesWindows(): void {
  const probe = document.body.appendChild(document.createElement('iframe'));
  const hasWindow = probe.contentWindow !== null;
  probe.remove();
  if (hasWindow) return;
  const windows = new WeakMap<Element, object>();
  Object.defineProperty(HTMLIFrameElement.prototype, 'contentWindow', {
    configurable: true,
    get(this: HTMLIFrameElement) {
      if (!this.isConnected) return null;
      const known = windows.get(this) ?? {};
      windows.set(this, known);
      return known;
    },
  });
}

/** The mounted frame with this address. */
export function findFrame(address: string): HTMLIFrameElement | undefined {
  return [...document.querySelectorAll('iframe')].find(({ src }) => src === address);
}
