import type { Connection } from '../connections/connection.ts';
import { systemClock } from '../internal/clock.ts';
import {
  type ConnectEvent,
  type ConnectMessage,
  type RedirectMessage,
  toConnectEvent,
} from '../wire/connectMessage.ts';
import { isTrustedMessage } from '../wire/isTrustedMessage.ts';
import { parseConnectMessage } from '../wire/parseConnectMessage.ts';
import type { ConnectClient, OpenSessionRequest } from './connectClient.ts';
import type { ConnectEngine, ConnectFrame, ConnectOptions, EventLike } from './connectEngine.ts';
import { originOf } from './originOf.ts';
import { canRetry, lacksNetwork, linkedPauses, linkWithRetry } from './linkWithRetry.ts';
import { isOffline, listen } from './listen.ts';
import { type ConnectReport, recordEvent, startReport } from './report.ts';
import {
  type ConnectFailureCode,
  type ConnectSession,
  type EndedSession,
  idleSession,
  type SessionEnd,
} from './session.ts';
import { isFramed, isLive, reduceSession, type SessionAction } from './sessionReducer.ts';
import { getStage } from '../wire/steps.ts';
import { type ExitReason, getExitReason } from './exits.ts';
import { getNextTimeout } from './timeouts.ts';

/**
 * The engine behind `useFlinksConnect`, without React. It performs the effects of a session; the transitions are
 * `reduceSession`. One session:
 *
 * 1. `open` requests an address from our server. The address holds a one-time token: it is in no snapshot.
 * 2. The renderer mounts a frame (status `loading`) and passes it to `attachFrame`; the engine sets the address on it,
 *    once. One loading of one frame is one token.
 * 3. Messages of exactly that window and origin are parsed and reduced. All other messages are ignored.
 * 4. `REDIRECT` removes the frame. Its `LoginId` goes to our server and is not kept here; the answer ends the session
 *    as `connected`, once.
 *
 * Every other end is an exit or a failure; all carry the report. At the end every listener and timer stops. One file,
 * since these four steps share the data of one session and are only correct together.
 *
 * @example
 * const engine = createConnect({ client: () => client, onEnd: (ended) => console.log(ended.status) });
 * engine.attachFrame(document.querySelector('iframe'));
 * engine.open();
 */
export function createConnect(options: ConnectOptions): ConnectEngine {
  const clock = options.clock ?? systemClock;
  const listeners = new Set<() => void>();
  let session: ConnectSession = idleSession;
  let frame: ConnectFrame | null = null;
  let onLoad: ((address: string) => void) | undefined;
  let lastRequest: OpenSessionRequest = {};
  let users = 0;

  // The private data of one session, which is in no snapshot: `begin` sets it.
  let client: ConnectClient;
  let report: ConnectReport;
  /** Aborted at the end. After that another session may be open, so whatever waited for an answer asks it first. */
  let run = new AbortController();
  /** Runs at the end: listeners stop, promises resolve. */
  const onEnd: ((ended: EndedSession) => void)[] = [];
  let stopTimer: (() => void) | undefined;
  let stopFrameCheck: (() => void) | undefined;
  /** The last call for an address failed for want of a network. */
  let needsNetwork = false;
  /** The address until it is set on a frame; it is good for one loading. */
  let address: string | null = null;
  /** The exact origin that messages must have. Empty matches nothing. */
  let origin = '';
  /** The frame that got the address, and the window it had then. */
  let loaded: ConnectFrame | null = null;
  let loadedWindow: unknown;
  /** The account ids of `ACCOUNT_SELECTED`, for a `REDIRECT` that has none. */
  let chosenIds: readonly string[] = [];
  /** How many tokens Flinks refused: one is replaced, two are a failure. */
  let refusals = 0;
  /** How often another element took the place of the frame. */
  let replacements = 0;

  /** Makes a transition. Returns whether the session goes on: a subscriber may have ended it meanwhile. */
  function dispatch(action: SessionAction): boolean {
    const { signal } = run;
    const next = reduceSession(session, action);
    if (next !== session) {
      session = next;
      for (const listener of listeners) {
        try {
          listener();
        } catch (error) {
          // It surfaces, but an error of one subscriber must not stop the session: a bank login may depend on it.
          queueMicrotask(() => {
            throw error;
          });
        }
      }
    }
    return !signal.aborted;
  }

  function begin(sessionId: string | null): void {
    client = options.client();
    report = startReport(sessionId, clock.now());
    run = new AbortController();
    needsNetwork = false;
    origin = '';
    loaded = null;
    refusals = 0;
    replacements = 0;
    onEnd.push(
      listen('message', (event) => {
        const source = loaded?.contentWindow;
        if (!isTrustedMessage(event, { origin, source })) return;
        // A frame that got its address outside the document has a window only since it is in there.
        loadedWindow ??= source;
        receive(event.data);
      }),
      // The page may never come back, and a session that was never completed is what tracing is for.
      listen('pagehide', () => void sendReport(null)),
      // A hidden tab may be killed without notice; another tab may have finished what this one shows again.
      listen('visibilitychange', () => void (document.hidden ? sendReport(null) : checkStatus())),
      listen('online', onNetwork),
      listen('offline', onNetwork),
    );
  }

  function onNetwork({ type }: Event): void {
    const offline = type === 'offline';
    dispatch({ type: 'network', offline });
    if (needsNetwork && !offline) void prepare();
  }

  // Step 1. Request an address.
  async function prepare(): Promise<void> {
    const { signal } = run;
    needsNetwork = false;
    loaded = null;
    chosenIds = [];
    schedule();
    try {
      const language = lastRequest.language ?? (lastRequest.connectionId ? undefined : options.language?.());
      const opened = await client.openSession({ ...lastRequest, language }, { signal });
      if (signal.aborted) return;
      if (!opened?.connectUrl) return fail('answer-unreadable');
      origin = originOf(opened.connectUrl);
      address = opened.connectUrl;
      report = { ...report, sessionId: opened.sessionId ?? null };
    } catch (cause) {
      if (signal.aborted) return;
      // Without a network there is no answer, and no refusal: the session waits for `onNetwork`.
      needsNetwork = lacksNetwork(cause);
      if (!needsNetwork) fail('session-refused', canRetry(cause), cause);
      return;
    }
    dispatch({ type: 'load' });
    setFrameSrc();
  }

  // Step 2. Set it on the frame. Called when either of the two arrives, so their order does not matter.
  function setFrameSrc(): void {
    if (!isFramed(session)) return;
    // Another element, or one that was taken out and put back, would load the same address again, and Flinks refuses a
    // token that was used.
    const isReplaced =
      frame && loaded && (loaded !== frame || (loadedWindow && loadedWindow !== frame.contentWindow));
    if (isReplaced) return replacements++ < 5 ? reload() : fail('frame-replaced-too-often');
    // It is set already: a ref that is called again at each render must not start the wait again.
    if (address === null) return;
    if (frame) {
      loaded = frame;
      onLoad?.(address);
      frame.src = address;
      address = null;
      loadedWindow = frame.contentWindow;
    }
    schedule();
  }

  function reload(): void {
    if (isFramed(session) && dispatch({ type: 'reload', offline: isOffline() })) void prepare();
  }

  // A ref that became null is not a frame that is gone: a page hides a frame, or takes it out and shows one again in a
  // later commit. Only a frame that stays out of the document for a second is gone.
  function checkFrame(wasGone?: boolean): void {
    stopFrameCheck?.();
    if (frame || !loaded || !isFramed(session)) return;
    const { isConnected } = loaded;
    if (isConnected === undefined || (wasGone && !isConnected)) return leave('abandoned');
    stopFrameCheck = clock.after(1_000, () => checkFrame(!isConnected));
  }

  // Step 3. Follow the widget.
  function receive(data: unknown): void {
    const { signal } = run;
    const message = parseConnectMessage(data);
    if (!message || !isFramed(session)) return;
    const event = toConnectEvent(message);
    report = recordEvent(report, event, sinceStart());
    try {
      options.onEvent?.(event);
    } finally {
      // The app's callback may throw, and it may end the session; neither may leave it half-way.
      if (!signal.aborted && isFramed(session)) applyMessage(message, event);
    }
  }

  function applyMessage(message: ConnectMessage, event: ConnectEvent): void {
    const { step = '', accountIds } = message.kind === 'step' ? message : {};
    const isFirst = session.status === 'loading';
    const reason = getExitReason(step);
    if (reason) return leave(reason);
    if (step === 'TOKEN_INVALID') {
      // A frame that was moved has another window, and has loaded its address a second time: no token was refused.
      if (loadedWindow !== loaded?.contentWindow) return setFrameSrc();
      return refusals++ ? fail('token-refused') : reload();
    }
    chosenIds = accountIds ?? chosenIds;
    if (!dispatch({ type: 'message', event })) return;
    if (message.kind === 'redirect') return link(message);
    // A step without a stage, such as a resize, does not restart the wait for the bank.
    if (isFirst || message.kind === 'error' || getStage(step)) schedule();
  }

  // Step 4. Link the login.
  function link({ loginId, requestId, tag, accountIds: sent }: RedirectMessage): void {
    if (!loginId) return fail('redirect-without-login');
    settle('link-refused', (signal) =>
      client.linkConnection(
        {
          sessionId: report.sessionId ?? undefined,
          loginId,
          accountIds: sent[0] ? sent : chosenIds,
          requestId,
          tag,
        },
        { signal },
      ),
    );
  }

  // A bank's app, or a full-page redirect, may have come back in another tab and finished the session there.
  async function checkStatus(): Promise<void> {
    const { sessionId } = report;
    const { signal } = run;
    if (!isFramed(session)) return;
    try {
      const answer = await requestStatus(sessionId, signal);
      if (signal.aborted || !isFramed(session)) return;
      if (answer?.status === 'linking' || answer?.status === 'connected') {
        dispatch({ type: 'message', event: { kind: 'redirect' } });
        awaitLinked(sessionId);
      }
    } catch {
      // Nothing is known, so nothing changes: the widget of this tab continues.
    }
  }

  const requestStatus = (sessionId: string | null, signal: AbortSignal) =>
    sessionId === null ? undefined : client.getSession?.(sessionId, { signal });

  function awaitLinked(sessionId: string | null): void {
    const request: LinkCall = async (signal) => {
      const answer = await requestStatus(sessionId, signal);
      if (answer?.status === 'connected') return answer.connection;
      // Not yet, or never. With the answer's status it counts as an answer: see `lacksNetwork`.
      throw Object.assign(new Error(), answer, { retry: answer?.status === 'linking' });
    };
    settle('return-refused', request, linkedPauses);
  }

  function settle(code: ConnectFailureCode, call: LinkCall, pauses?: readonly number[]): void {
    const { signal } = run;
    stopTimer?.();
    // Both handlers at once: an error of the app's `onEnd` must surface, not count as a refusal.
    void linkWithRetry(call, clock, pauses).then(
      (connection) =>
        signal.aborted ||
        (typeof connection?.id === 'string'
          ? end({ status: 'connected', connection }, 'connected')
          : fail('answer-unreadable')),
      // A foreign error may carry the request, and with it the `LoginId`.
      (cause: unknown) => signal.aborted || fail(code, true, isOwnError(cause) ? cause : undefined),
    );
  }

  function schedule(): void {
    stopTimer?.();
    const next = getNextTimeout(session, loaded !== null, options.watchdogs);
    // A timer of more than 24 days would run at once, and so would one of `Infinity`, which an app writes for "never".
    if (!next || next.delay > 2e9) return;
    stopTimer = clock.after(next.delay, () => {
      if (!isLive(session)) return;
      if (next.slow) dispatch({ type: 'slow', slow: next.slow });
      // Without a network nothing can load, so the session waits for it.
      else if (!session.offline) return fail(next.failure, next.failure !== 'frame-not-mounted');
      schedule();
    });
  }

  function fail(code: ConnectFailureCode, retry = true, cause?: unknown): void {
    end({ status: 'failed', error: { code, retry, cause } }, code);
  }

  function leave(reason: ExitReason): void {
    if (session.status !== 'linking') end({ status: 'exited', reason }, reason);
  }

  function end(outcome: SessionEnd, name: string): void {
    if (!isLive(session) || run.signal.aborted) return;
    stopTimer?.();
    stopFrameCheck?.();
    run.abort();
    const ended = { ...outcome, report: sendReport(name) };
    for (const release of onEnd.splice(0)) release(ended);
    dispatch({ type: 'end', ended });
    options.onEnd?.(ended);
  }

  function sendReport(name: string | null): ConnectReport {
    const sent = { ...report, end: name, durationMs: sinceStart() };
    try {
      // A return saw nothing of the widget: the report that left with the page is the better one.
      if (sent.sessionId !== null && origin) client.sendReport?.(sent.sessionId, sent);
    } catch {
      // Reports are best effort: an error must not decide how a session ends.
    }
    return sent;
  }

  const sinceStart = (): number => Math.max(0, clock.now() - Date.parse(report.startedAt));

  function start(request: OpenSessionRequest & Partial<EventLike> = {}, signal?: AbortSignal): void {
    if (isLive(session)) return;
    // An event of a click is no request. In React Native its type may be undefined.
    lastRequest = 'type' in request ? {} : request;
    begin(null);
    if (dispatch({ type: 'open', offline: isOffline() }) && !signal?.aborted) void prepare();
  }

  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    getSnapshot: () => session,
    open: start,
    openAsync: ({ signal, ...request } = {}) =>
      new Promise((resolve) => {
        const cancel = (): void => leave('cancelled');
        onEnd.push(resolve);
        if (signal) onEnd.push(listen('abort', cancel, signal));
        start(request, signal);
        if (signal?.aborted) cancel();
      }),
    retry() {
      if (isLive(session)) reload();
      else start(lastRequest);
    },
    close: (reason) => leave(reason === 'closed' ? reason : 'cancelled'),
    reset() {
      leave('cancelled');
      dispatch({ type: 'reset' });
    },
    attachFrame(next, onNextLoad) {
      frame = next;
      onLoad = onNextLoad;
      if (next) return setFrameSrc();
      // After React has finished its commit: a frame that moves is attached again in the same one.
      queueMicrotask(checkFrame);
    },
    receive,
    resume(sessionId) {
      if (isLive(session)) return;
      begin(sessionId);
      if (dispatch({ type: 'resume', offline: isOffline() })) awaitLinked(sessionId);
    },
    retain() {
      users += 1;
      return () => {
        users -= 1;
        queueMicrotask(() => {
          // Of a hidden frame `checkFrame` decides, as soon as it leaves the document.
          if (!users && (frame || !loaded?.isConnected)) leave('abandoned');
        });
      };
    },
    destroy: () => leave('abandoned'),
  };
}

type LinkCall = (signal: AbortSignal) => Promise<Connection>;

function isOwnError(cause: unknown): boolean {
  const error: Partial<Error> = Object(cause);
  return error.name === 'FlinksKitError' && error.cause === undefined;
}
