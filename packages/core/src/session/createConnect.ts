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
import type { OpenSessionRequest } from './connectClient.ts';
import type { ConnectEngine, ConnectFrame, ConnectOptions, EventLike } from './connectEngine.ts';
import { type ConnectRun, originOf } from './connectRun.ts';
import { canRetry, fetchLinkedConnection, isAnswer, linkedPauses, linkWithRetry } from './linkWithRetry.ts';
import { isHidden, isOffline, listenToPage } from './listenToPage.ts';
import { type ConnectReport, recordEvent, startReport } from './report.ts';
import { type ConnectFailureCode, type ConnectSession, idleSession, type SessionEnd } from './session.ts';
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
  let run: ConnectRun | null = null;
  let frame: ConnectFrame | null = null;
  let onLoad: ((address: string) => void) | undefined;
  let lastRequest: OpenSessionRequest = {};
  let users = 0;
  let stopTimer = (): void => undefined;
  let stopFrameCheck = (): void => undefined;

  /** Makes a transition; `false` when it changed nothing. */
  function dispatch(action: SessionAction): boolean {
    const next = reduceSession(session, action);
    if (next === session) return false;
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
    return true;
  }

  function begin(type: 'open' | 'resume', sessionId: string | null): ConnectRun {
    const current: ConnectRun = {
      client: options.client(),
      report: startReport(sessionId, clock.now()),
      call: new AbortController(),
      address: null,
      origin: '',
      accountIds: [],
      refusals: 0,
      replacements: 0,
      onEnd: [
        listenToPage('message', (event) => {
          const source = current.frame?.contentWindow ?? null;
          if (!isTrustedMessage(event, { origin: current.origin, source })) return;
          // A frame that got its address outside the document has a window only since it is in there.
          current.window ??= source;
          receive(event.data);
        }),
        // The page may never come back, and a session that was never completed is what tracing is for.
        listenToPage('pagehide', () => void sendReport(current, null)),
        // A hidden tab may be killed without notice; another tab may have finished what this one shows again.
        listenToPage(
          'visibilitychange',
          () => void (isHidden() ? sendReport(current, null) : checkStatus(current)),
        ),
        listenToPage('online', onNetwork),
        listenToPage('offline', onNetwork),
      ],
    };
    run = current;
    dispatch({ type, offline: isOffline() });
    return current;
  }

  function onNetwork({ type }: Event): void {
    dispatch({ type: 'network', offline: type === 'offline' });
    if (type === 'online' && run?.call.signal.aborted) void prepare(run);
  }

  // Step 1. Request an address.
  async function prepare(current: ConnectRun): Promise<void> {
    const { signal } = (current.call = new AbortController());
    current.frame = null;
    current.accountIds = [];
    schedule();
    try {
      const language = lastRequest.language ?? (lastRequest.connectionId ? undefined : options.language?.());
      const opened = await current.client.openSession({ ...lastRequest, language }, { signal });
      if (signal.aborted) return;
      if (!opened?.connectUrl) return fail('answer-unreadable');
      current.origin = originOf(opened.connectUrl);
      current.address = opened.connectUrl;
      current.report = { ...current.report, sessionId: opened.sessionId ?? null };
    } catch (cause) {
      if (signal.aborted) return;
      // Without a network there is no answer, and no refusal: the session waits for `onNetwork`.
      if (isOffline() && !isAnswer(cause)) current.call.abort();
      else fail('session-refused', canRetry(cause), cause);
      return;
    }
    dispatch({ type: 'load' });
    setFrameSrc();
  }

  // Step 2. Set it on the frame. Called when either of the two arrives, so their order does not matter.
  function setFrameSrc(): void {
    if (!run || !isFramed(session)) return;
    // Another element, or one that was taken out and put back, would load the same address again, and Flinks refuses a
    // token that was used.
    const isReplaced =
      frame && run.frame && (run.frame !== frame || (run.window && run.window !== frame.contentWindow));
    if (isReplaced) return run.replacements++ < 5 ? reload(run) : fail('frame-replaced-too-often');
    // It is set already: a ref that is called again at each render must not start the wait again.
    if (run.address === null) return;
    if (frame) {
      run.frame = frame;
      onLoad?.(run.address);
      frame.src = run.address;
      run.address = null;
      run.window = frame.contentWindow;
    }
    schedule();
  }

  function reload(current: ConnectRun): void {
    if (dispatch({ type: 'reload', offline: isOffline() })) void prepare(current);
  }

  // A ref that became null is not a frame that is gone: a page hides a frame, or takes it out and shows one again in a
  // later commit. Only a frame that stays out of the document for a second is gone.
  function checkFrame(wasGone?: boolean): void {
    stopFrameCheck();
    if (frame || !run?.frame || !isFramed(session)) return;
    const { isConnected } = run.frame;
    if (isConnected === undefined || (wasGone && !isConnected)) return leave('abandoned');
    stopFrameCheck = clock.after(1_000, () => checkFrame(!isConnected));
  }

  // Step 3. Follow the widget.
  function receive(data: unknown): void {
    const current = run;
    const message = parseConnectMessage(data);
    if (!current || !message || !isFramed(session)) return;
    const event = toConnectEvent(message);
    current.report = recordEvent(current.report, event, sinceStart(current.report));
    try {
      options.onEvent?.(event);
    } finally {
      // The app's callback may throw, and it may end the session; neither may leave it half-way.
      if (current === run && isFramed(session)) applyMessage(current, message, event);
    }
  }

  function applyMessage(current: ConnectRun, message: ConnectMessage, event: ConnectEvent): void {
    const { step = '', accountIds } = message.kind === 'step' ? message : {};
    const reason = getExitReason(step);
    if (reason) return leave(reason);
    if (step === 'TOKEN_INVALID') {
      // A frame that was moved has another window, and has loaded its address a second time: no token was refused.
      if (current.window !== current.frame?.contentWindow) return setFrameSrc();
      return current.refusals++ ? fail('token-refused') : reload(current);
    }
    current.accountIds = accountIds ?? current.accountIds;
    const { status } = session;
    dispatch({ type: 'message', event });
    if (current !== run) return;
    if (message.kind === 'redirect') return link(current, message);
    // A step without a stage, such as a resize, does not restart the wait for the bank.
    if (status === 'loading' || message.kind === 'error' || getStage(step)) schedule();
  }

  // Step 4. Link the login.
  function link(current: ConnectRun, { loginId, requestId, tag, accountIds: sent }: RedirectMessage): void {
    if (!loginId) return fail('redirect-without-login');
    const request = {
      sessionId: current.report.sessionId ?? undefined,
      loginId,
      accountIds: sent[0] ? sent : current.accountIds,
      requestId,
      tag,
    };
    settle(current, 'link-refused', (signal) => current.client.linkConnection(request, { signal }));
  }

  // A bank's app, or a full-page redirect, may have come back in another tab and finished the session there.
  async function checkStatus(current: ConnectRun): Promise<void> {
    const { sessionId } = current.report;
    const { signal } = current.call;
    if (sessionId === null || !isFramed(session)) return;
    try {
      const answer = await current.client.getSession?.(sessionId, { signal });
      if (signal.aborted || !isFramed(session) || !/linking|connected/.test(String(answer?.status))) return;
      dispatch({ type: 'message', event: { kind: 'redirect' } });
      awaitLinked(current, sessionId);
    } catch {
      // Nothing is known, so nothing changes: the widget of this tab continues.
    }
  }

  function awaitLinked(current: ConnectRun, sessionId: string | null): void {
    const call: LinkCall = (signal) => fetchLinkedConnection(current.client, sessionId, { signal });
    settle(current, 'return-refused', call, linkedPauses);
  }

  function settle(
    current: ConnectRun,
    code: ConnectFailureCode,
    call: LinkCall,
    pauses?: readonly number[],
  ): void {
    stopTimer();
    // Both handlers at once: an error of the app's `onEnd` must surface, not count as a refusal.
    void linkWithRetry(call, clock, pauses).then(
      (connection) =>
        current === run &&
        (typeof connection?.id === 'string'
          ? end({ status: 'connected', connection }, 'connected')
          : fail('answer-unreadable')),
      // A foreign error may carry the request, and with it the `LoginId`.
      (cause: unknown) => current === run && fail(code, true, isOwnError(cause) ? cause : undefined),
    );
  }

  function schedule(): void {
    stopTimer();
    const next = getNextTimeout(session, Boolean(run?.frame), options.watchdogs);
    if (!next) return;
    stopTimer = clock.after(next.delay, () => {
      if (!isLive(session)) return;
      if (next.failure === undefined) dispatch({ type: 'slow', slow: next.slow });
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
    if (!run) return;
    const ending = run;
    run = null;
    stopTimer();
    stopFrameCheck();
    ending.call.abort();
    const ended = { ...outcome, report: sendReport(ending, name) };
    dispatch({ type: 'end', ended });
    for (const onEnd of ending.onEnd) onEnd(ended);
    options.onEnd?.(ended);
  }

  function sendReport(current: ConnectRun, name: string | null): ConnectReport {
    const report = { ...current.report, end: name, durationMs: sinceStart(current.report) };
    try {
      // A return saw nothing of the widget: the report that left with the page is the better one.
      if (report.sessionId !== null && current.origin) current.client.sendReport?.(report.sessionId, report);
    } catch {
      // Reports are best effort: an error must not decide how a session ends.
    }
    return report;
  }

  const sinceStart = (report: ConnectReport): number =>
    Math.max(0, clock.now() - Date.parse(report.startedAt));

  function start(request: OpenSessionRequest & Partial<EventLike> = {}, signal?: AbortSignal): ConnectRun {
    if (run) return run;
    // An event of a click is no request. In React Native its type may be undefined.
    lastRequest = 'type' in request ? {} : request;
    const current = begin('open', null);
    if (!signal?.aborted && current === run) void prepare(current);
    return current;
  }

  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    getSnapshot: () => session,
    open: (request) => void start(request),
    openAsync: ({ signal, ...request } = {}) =>
      new Promise((resolve) => {
        const current = start(request, signal);
        const cancel = (): void => {
          if (current === run) leave('cancelled');
        };
        current.onEnd.push(resolve, () => signal?.removeEventListener('abort', cancel));
        signal?.addEventListener('abort', cancel);
        if (signal?.aborted) cancel();
      }),
    retry() {
      if (run) reload(run);
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
      if (!run) awaitLinked(begin('resume', sessionId), sessionId);
    },
    retain() {
      users += 1;
      return () => {
        users -= 1;
        queueMicrotask(() => {
          // Of a hidden frame `checkFrame` decides, as soon as it leaves the document.
          if (!users && (frame || !run?.frame?.isConnected)) leave('abandoned');
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
