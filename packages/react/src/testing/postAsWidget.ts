/**
 * Posts a message as the mounted frame with this address would: from its window and its origin, through the same
 * gate as the real one.
 */
export function postAsWidget(address: string, data: unknown): void {
  const source = findFrame(address)?.contentWindow;
  if (!source) {
    throw new Error(
      'The fake widget has no frame to speak from, so the hook would ignore it. ' +
        'Call open(), render <FlinksConnect connect={connect} />, and await the frame before you emit.',
    );
  }
  window.dispatchEvent(new MessageEvent('message', { data, origin: new URL(address).origin, source }));
}

/** The mounted frame with this address. */
export function findFrame(address: string): HTMLIFrameElement | undefined {
  return [...document.querySelectorAll('iframe')].find(({ src }) => src === address);
}
