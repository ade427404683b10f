/**
 * Is this message from our frame? Both must match exactly: the origin that the frame's address has, and the
 * frame's own window. A frame without a window, and an opaque origin, match nothing.
 */
export function isTrustedMessage(event: MessageSender, expected: ExpectedSender): boolean {
  return (
    expected.source != null &&
    expected.origin !== 'null' &&
    event.source === expected.source &&
    event.origin === expected.origin
  );
}

/** The sender of a `MessageEvent`. */
export interface MessageSender {
  readonly origin: string;
  readonly source: unknown;
}

/** Whose messages count: `new URL(connectUrl).origin` and the frame's `contentWindow`. */
export interface ExpectedSender {
  readonly origin: string;
  readonly source: unknown;
}
