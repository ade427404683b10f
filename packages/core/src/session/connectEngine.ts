import type { Clock } from '../internal/clock.ts';
import type { ConnectClient, ConnectLanguage, OpenSessionRequest } from './connectClient.ts';
import type { ConnectEvent } from '../wire/connectMessage.ts';
import type { ConnectSession, EndedSession } from './session.ts';
import type { Watchdogs } from './timeouts.ts';

/** One place on a page where a bank can be connected. Made by `createConnect`. */
export interface ConnectEngine {
  /** Calls back after every change of the snapshot; the returned function stops that. */
  readonly subscribe: (listener: () => void) => () => void;
  /** The session as it is. The same object until something changes. */
  readonly getSnapshot: () => ConnectSession;
  /** Starts a session. Does nothing while one is live, so double clicks are harmless. Fit for `onClick`. */
  readonly open: (asked?: OpenSessionRequest & Partial<EventLike>) => void;
  /** The same as a promise of its end. Never rejects. While a session is live every caller shares it. */
  readonly openAsync: (asked?: OpenAsyncRequest) => Promise<EndedSession>;
  /** Opens again with what was asked last. A live session goes on with a new address and a fresh frame. */
  readonly retry: () => void;
  /**
   * Ends a live session as `cancelled`, or as `closed` when the person did it. While `linking` it does nothing: the
   * bank login exists, and our server's answer is seconds away.
   */
  readonly close: (reason?: 'cancelled' | 'closed' | EventLike) => void;
  /** Back to `idle`, closing a live session first. While `linking` it does nothing. */
  readonly reset: () => void;
  /** Hands over the mounted frame, or `null` when it goes. A React ref. The engine sets the address on it, once. */
  readonly attachFrame: (frame: ConnectFrame | null) => void;
  /**
   * Takes a message from a channel whose sender is known already, such as a web view's `onMessage`. Messages of a
   * frame come through the window and its gate, never here.
   */
  readonly receive: (data: unknown) => void;
  /** Asks our server where a session stands that left by a full-page redirect, and ends accordingly. */
  readonly resume: (sessionId: string | null) => void;
  /**
   * Says that somebody looks after this engine. When the last one lets go, a microtask later a live session ends as
   * `abandoned`: late enough for React's rehearsals.
   */
  readonly retain: () => () => void;
  /** Ends a live session as `abandoned`, now. A login that is being linked still gets its answer. */
  readonly destroy: () => void;
}

/** Options of `createConnect`. */
export interface ConnectOptions {
  /** Asked at each opening, so it may change in between; a session keeps the one it began with. */
  readonly client: () => ConnectClient;
  /** The widget's language where `open` names none. A reconnection keeps the language it was made in. */
  readonly language?: (() => ConnectLanguage | undefined) | undefined;
  readonly clock?: Clock | undefined;
  readonly watchdogs?: Partial<Watchdogs> | undefined;
  /** Every message of the widget, without ids. */
  readonly onEvent?: ((event: ConnectEvent) => void) | undefined;
  /** The one end of each session. */
  readonly onEnd?: ((ended: EndedSession) => void) | undefined;
}

/** What `openAsync` takes. Aborting is the same as `close`. */
export interface OpenAsyncRequest extends OpenSessionRequest {
  readonly signal?: AbortSignal | undefined;
}

/** Anything that shows a page and has a window: an `<iframe>`, or what stands for a web view. */
export interface ConnectFrame {
  src: string;
  readonly contentWindow: unknown;
}

/** What a handler such as `onClick` passes by itself. */
export interface EventLike {
  readonly type: string;
}
