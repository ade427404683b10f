import type { Clock } from '../internal/clock.ts';
import type { ConnectClient, ConnectLanguage, OpenSessionRequest } from './connectClient.ts';
import type { ConnectEvent } from '../wire/connectMessage.ts';
import type { ConnectSession, EndedSession } from './session.ts';
import type { Watchdogs } from './timeouts.ts';

/** One place on a page where a bank can be connected. Made by `createConnect`. */
export interface ConnectEngine {
  /** Calls back after every change of the snapshot; the returned function stops that. */
  readonly subscribe: (listener: () => void) => () => void;
  /** The current session. The same object until something changes. */
  readonly getSnapshot: () => ConnectSession;
  /** Starts a session. Does nothing while one is live, so double clicks are harmless. Can be an `onClick` handler. */
  readonly open: (request?: OpenSessionRequest & Partial<EventLike>) => void;
  /** The same as a promise of its end. Never rejects. While a session is live every caller shares it. */
  readonly openAsync: (request?: OpenAsyncRequest) => Promise<EndedSession>;
  /** Opens again with the last request. A live session continues with a new address and a new frame. */
  readonly retry: () => void;
  /**
   * Ends a live session as `cancelled`, or as `closed` when the user did it. While `linking` it does nothing: the bank
   * login exists, and our server's answer is seconds away.
   */
  readonly close: (reason?: 'cancelled' | 'closed' | EventLike) => void;
  /** Back to `idle`, closing a live session first. While `linking` it does nothing. */
  readonly reset: () => void;
  /**
   * A React ref for the frame. The engine sets the address on it, once; `onLoad` is called right before that. `null` alone ends nothing: a frame that is only
   * hidden (`Suspense`, `Activity`) is still in the document. The session ends as `abandoned` when the element has been
   * out of it for a second. Another element gets a new address, at most five times in a session.
   */
  readonly attachFrame: (frame: ConnectFrame | null, onLoad?: (address: string) => void) => void;
  /**
   * Takes a message from a channel whose sender was checked already, such as a web view's `onMessage`. Messages of a
   * frame come through the window and its check, never here.
   */
  readonly receive: (data: unknown) => void;
  /** Requests the status of a session that left by a full-page redirect, and ends accordingly. */
  readonly resume: (sessionId: string | null) => void;
  /**
   * Keeps the engine in use. A microtask after the last caller released it, a live session ends as `abandoned`: late
   * enough for React's double mounting in StrictMode.
   */
  readonly retain: () => () => void;
  /** Ends a live session as `abandoned`, now. A login that is being linked still gets its answer. */
  readonly destroy: () => void;
}

/** Options of `createConnect`. */
export interface ConnectOptions {
  /** Called at each opening, so it may change in between; a session keeps the client it began with. */
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

/** The request of `openAsync`. Aborting is the same as `close`. */
export type OpenAsyncRequest = OpenSessionRequest & {
  readonly signal?: AbortSignal | undefined;
};

/** Anything that shows a page and has a window: an `<iframe>`, or an object that stands for a web view. */
export interface ConnectFrame {
  src: string;
  readonly contentWindow: unknown;
  /** Is it in the document? Left out, a frame is gone as soon as it is detached. */
  readonly isConnected?: boolean | undefined;
}

/** What a handler such as `onClick` receives. */
export interface EventLike {
  readonly type: string;
}
