import type { Connection } from '../client/connection.ts';
import type { OpenSessionRequest } from '../client/flinksClient.ts';
import { systemClock } from '../clock.ts';
import { type ConnectEvent, toConnectEvent } from '../wire/connectEvent.ts';
import type { ConnectMessage, RedirectMessage } from '../wire/connectMessage.ts';
import { isTrustedMessage } from '../wire/isTrustedMessage.ts';
import { parseConnectMessage } from '../wire/parseConnectMessage.ts';
import type { ConnectEngine, ConnectFrame, ConnectOptions } from './connectEngine.ts';
import { askStanding, type ConnectRun, createRun, originOf } from './connectRun.ts';
import { linkPatiently, mayRetry } from './linkPatiently.ts';
import { isOffline, listenToPage } from './listenToPage.ts';
import { nextWatch } from './nextWatch.ts';
import { idleSession, isFramed, isLive, reduceSession, type SessionAction } from './reduceSession.ts';
import type { ConnectFailureCode, ConnectSession, EndedSession, ExitReason, SessionEnd } from './session.ts';
import type { ConnectReport } from './report.ts';
import { stageOf } from './stageOf.ts';
import { defaultWatchdogs } from './watchdogs.ts';

/**
 * The machine behind `useFlinksConnect`, without React. One session goes like this:
 *
 * 1. `open` asks our server for an address. The address holds a one-time token: it is in no snapshot.
 * 2. Whoever draws mounts a frame (status `loading`) and hands it over by `attachFrame`; the engine sets the
 *    address on it, once. One loading of one frame is one token.
 * 3. Messages of exactly that window and origin are parsed and reduced. Everything else might as well not exist.
 * 4. `REDIRECT` takes the frame away. Its `LoginId` goes to our server, is forgotten here, and the answer ends the
 *    session as `connected`, once.
 *
 * Every other end is an exit or a failure; all carry the report. Nothing outlives the end: no listener, no timer.
 * One file, since these four steps share the state of one session and are only true together.
 *
 * @example
 * const engine = createConnect({ client: () => client, onEnd: (ended) => console.log(ended.status) });
 * engine.attachFrame(document.querySelector('iframe'));
 * engine.open();
 */
export function createConnect(options: ConnectOptions): ConnectEngine {
  const clock = options.clock ?? systemClock;
  const watchdogs = { ...defaultWatchdogs, ...options.watchdogs };
  const listeners = new Set<() => void>();
  let session: ConnectSession = idleSession;
  let run: ConnectRun | null = null;
  let frame: ConnectFrame | null = null;
  let lastAsked: OpenSessionRequest = {};
  let keepers = 0;
  let stopTimer = nothing;

  function dispatch(action: SessionAction): void {
    const next = reduceSession(session, action);
    if (next === session) return;
    session = next;
    for (const listener of listeners) listener();
  }

  function begin(action: SessionAction, sessionId: string | null): ConnectRun {
    const mine = createRun(options.client(), sessionId, clock.now());
    mine.stopListening = [
      listenToPage('message', (event) => {
        const expected = { origin: mine.origin, source: mine.placed?.contentWindow ?? null };
        if (isTrustedMessage(event, expected)) hear(event.data);
      }),
      // The page may never come back, and a session that was never completed is what tracing is for.
      listenToPage('pagehide', () => void report(mine, null)),
      listenToPage('online', () => dispatch({ type: 'network', offline: false })),
      listenToPage('offline', () => dispatch({ type: 'network', offline: true })),
    ];
    run = mine;
    dispatch(action);
    return mine;
  }

  // Step 1. Ask for an address.
  async function prepare(mine: ConnectRun): Promise<void> {
    const call = new AbortController();
    mine.call.abort();
    mine.call = call;
    mine.placed = null;
    watch();
    try {
      const language = lastAsked.language ?? (lastAsked.connectionId ? undefined : options.language?.());
      const opened = await mine.client.openSession({ ...lastAsked, language }, { signal: call.signal });
      if (call.signal.aborted) return;
      mine.origin = originOf(opened.connectUrl);
      mine.address = opened.connectUrl;
      mine.sessionId = opened.sessionId ?? null;
    } catch (cause) {
      if (!call.signal.aborted) fail('session-refused', mayRetry(cause), cause);
      return;
    }
    dispatch({ type: 'loaded' });
    place();
  }

  // Step 2. Set it on the frame. Called when either of the two arrives, so their order does not matter.
  function place(): void {
    if (!run || !isFramed(session)) return;
    // Another element, or the same one loaded anew, would spend the token twice: Flinks refuses that.
    if (frame && run.placed && frame !== run.placed) return restart(run);
    if (frame && run.address !== null) {
      run.placed = frame;
      frame.src = run.address;
      run.address = null;
    }
    watch();
  }

  function restart(mine: ConnectRun): void {
    if (mine.restarted) return fail('token-refused');
    mine.restarted = true;
    dispatch({ type: 'restarted' });
    void prepare(mine);
  }

  // Step 3. Listen.
  function hear(data: unknown): void {
    const mine = run;
    const message = parseConnectMessage(data);
    if (!mine || !message || !isFramed(session)) return;
    const event = toConnectEvent(message);
    mine.record.note(event, clock.now());
    try {
      options.onEvent?.(event);
    } finally {
      // The app's callback may throw, and it may end the session; neither may leave it half-way.
      if (mine === run && isFramed(session)) obey(mine, message, event);
    }
  }

  function obey(mine: ConnectRun, message: ConnectMessage, event: ConnectEvent): void {
    const step = message.kind === 'step' ? message.step : undefined;
    const reason = step && exits.get(step);
    if (reason) return end({ status: 'exited', reason });
    if (step === 'TOKEN_INVALID') return restart(mine);
    if (message.kind === 'step' && message.accountIds) mine.accountIds = message.accountIds;
    const wasLoading = session.status === 'loading';
    dispatch({ type: 'heard', event });
    if (mine !== run) return;
    if (message.kind === 'redirect') return link(mine, message);
    // A step that moves nobody, such as a resize, does not restart the wait for the bank.
    if (wasLoading || message.kind === 'error' || stageOf(step)) watch();
  }

  // Step 4. Hand over.
  function link(mine: ConnectRun, { loginId, requestId, tag, accountIds: told }: RedirectMessage): void {
    if (loginId === undefined) return fail('redirect-without-login');
    const accountIds = told.length > 0 ? told : mine.accountIds;
    const sessionId = mine.sessionId ?? undefined;
    const request = { sessionId, loginId, accountIds, requestId, tag };
    settle(mine, 'link-refused', (signal) => mine.client.linkConnection(request, { signal }));
  }

  function settle(
    mine: ConnectRun,
    code: ConnectFailureCode,
    ask: (signal: AbortSignal) => Promise<Connection>,
  ): void {
    stopTimer();
    // Both handlers at once: what the app's `onEnd` throws must surface, not count as a refusal.
    void linkPatiently(ask, clock).then(
      (connection) => mine === run && end({ status: 'connected', connection }),
      (cause: unknown) => mine === run && fail(code, true, cause),
    );
  }

  function watch(): void {
    stopTimer();
    const next = nextWatch(session, run?.placed != null, watchdogs);
    if (!next) return;
    stopTimer = clock.after(next.delay, () => {
      if (next.failure === undefined) dispatch({ type: 'slow', slow: next.slow });
      // Without a network nothing can load, and it would be cruel to give up just then.
      else if (!isLive(session) || !session.offline)
        return fail(next.failure, next.failure !== 'frame-not-mounted');
      watch();
    });
  }

  function fail(code: ConnectFailureCode, retry = true, cause?: unknown): void {
    end({ status: 'failed', error: cause === undefined ? { code, retry } : { code, retry, cause } });
  }

  function end(outcome: SessionEnd): void {
    if (!run) return;
    const over = run;
    run = null;
    stopTimer();
    for (const stop of over.stopListening) stop();
    over.call.abort();
    const ended: EndedSession = { ...outcome, report: report(over, nameOf(outcome)) };
    dispatch({ type: 'ended', ended });
    over.resolve(ended);
    options.onEnd?.(ended);
  }

  function report(mine: ConnectRun, name: string | null): ConnectReport {
    const written = mine.record.report(mine.sessionId, name, clock.now());
    // A return has seen nothing of the widget: the report that left with the page is the better one.
    if (mine.sessionId && mine.origin) mine.client.sendReport?.(mine.sessionId, written);
    return written;
  }

  function leave(reason: ExitReason): void {
    if (session.status !== 'linking') end({ status: 'exited', reason });
  }

  function start(asked: OpenSessionRequest, signal?: AbortSignal): ConnectRun {
    if (run) return run;
    const { connectionId, institution, language } = asked;
    lastAsked = { connectionId, institution, language };
    const mine = begin({ type: 'opened', offline: isOffline() }, null);
    if (!signal?.aborted && mine === run) void prepare(mine);
    return mine;
  }

  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    getSnapshot: () => session,
    open: (asked) => void start(asked === undefined || 'type' in asked ? {} : asked),
    openAsync({ signal, ...asked } = {}) {
      const mine = start(asked, signal);
      const cancel = (): void => {
        if (mine === run) leave('cancelled');
      };
      if (signal?.aborted) cancel();
      signal?.addEventListener('abort', cancel);
      void mine.ended.then(() => signal?.removeEventListener('abort', cancel));
      return mine.ended;
    },
    retry() {
      if (!run) return void start(lastAsked);
      if (!isFramed(session)) return;
      dispatch({ type: 'restarted' });
      void prepare(run);
    },
    close: (reason) => leave(reason === 'closed' ? reason : 'cancelled'),
    reset() {
      leave('cancelled');
      dispatch({ type: 'reset' });
    },
    attachFrame(next) {
      frame = next;
      const mine = run;
      if (next) return place();
      queueMicrotask(() => {
        if (!frame && mine?.placed && mine === run && isFramed(session)) leave('abandoned');
      });
    },
    receive: hear,
    resume(sessionId) {
      if (run) return;
      const mine = begin({ type: 'returned' }, sessionId);
      settle(mine, 'return-refused', (signal) => askStanding(mine.client, sessionId, { signal }));
    },
    retain() {
      keepers += 1;
      let isHeld = true;
      return () => {
        if (isHeld) keepers -= 1;
        isHeld = false;
        queueMicrotask(() => {
          if (keepers === 0) leave('abandoned');
        });
      };
    },
    destroy: () => leave('abandoned'),
  };
}

const nothing = (): void => undefined;

const nameOf = (end: SessionEnd): string =>
  end.status === 'exited' ? end.reason : end.status === 'failed' ? end.error.code : end.status;

/** The steps that end a session by themselves (contract: connect.md 1.2). */
const exits: ReadonlyMap<string, ExitReason> = new Map([
  // The widget only tells that the X was clicked; taking the frame away is the page's part.
  ['COMPONENT_CLOSE_SESSION', 'closed'],
  ['COMPONENT_DENY_CONSENT', 'consent-denied'],
  ['MAXIMUM_RETRY_REACHED', 'maximum-retries'],
]);
