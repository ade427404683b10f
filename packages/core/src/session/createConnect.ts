import type { Connection } from '../connections/connection.ts';
import type { OpenSessionRequest } from './connectClient.ts';
import { systemClock } from '../internal/clock.ts';
import { type ConnectEvent, toConnectEvent } from '../wire/connectMessage.ts';
import type { ConnectMessage, RedirectMessage } from '../wire/connectMessage.ts';
import { isTrustedMessage } from '../wire/isTrustedMessage.ts';
import { parseConnectMessage } from '../wire/parseConnectMessage.ts';
import type { ConnectEngine, ConnectFrame, ConnectOptions } from './connectEngine.ts';
import { askStanding, type ConnectRun, originOf, standingPauses } from './connectRun.ts';
import { linkWithRetry, mayRetry } from './linkWithRetry.ts';
import { isHidden, isOffline, listenToPage } from './listenToPage.ts';
import { getNextTimeout } from './timeouts.ts';
import { recordEvent, startReport } from './report.ts';
import { isFramed, isLive, reduceSession } from './sessionReducer.ts';
import type { ConnectReport } from './report.ts';
import {
  type ConnectFailureCode,
  type ConnectSession,
  type EndedSession,
  idleSession,
  type LiveSession,
  type SessionEnd,
} from './session.ts';
import { type ExitReason, getExitReason, getStage } from './stages.ts';
import { defaultWatchdogs } from './timeouts.ts';

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
  let stopTimer = (): void => undefined;

  function change(next: ConnectSession): void {
    if (next === session) return;
    session = next;
    for (const listener of listeners) {
      try {
        listener();
      } catch (error) {
        // It surfaces, but what one subscriber throws must not stop the session: a bank login may hang on it.
        queueMicrotask(() => {
          throw error;
        });
      }
    }
  }

  function setOffline(offline: boolean): void {
    if (isLive(session) && session.offline !== offline) change({ ...session, offline });
  }

  function begin(first: ConnectSession, sessionId: string | null): ConnectRun {
    const mine: ConnectRun = {
      client: options.client(),
      report: startReport(sessionId, clock.now()),
      call: new AbortController(),
      address: null,
      origin: '',
      placed: null,
      accountIds: [],
      restarted: false,
      atEnd: [
        listenToPage('message', (event) => {
          const expected = { origin: mine.origin, source: mine.placed?.contentWindow ?? null };
          if (isTrustedMessage(event, expected)) hear(event.data);
        }),
        // The page may never come back, and a session that was never completed is what tracing is for.
        listenToPage('pagehide', () => void report(mine, null)),
        // A hidden tab may be killed without another word; one that is shown again may have been overtaken.
        listenToPage('visibilitychange', () => void (isHidden() ? report(mine, null) : look(mine))),
        listenToPage('online', () => setOffline(false)),
        listenToPage('offline', () => setOffline(true)),
      ],
    };
    run = mine;
    change(first);
    return mine;
  }

  // Step 1. Ask for an address.
  async function prepare(mine: ConnectRun): Promise<void> {
    const { signal } = (mine.call = new AbortController());
    mine.placed = null;
    mine.accountIds = [];
    watch();
    try {
      const language = lastAsked.language ?? (lastAsked.connectionId ? undefined : options.language?.());
      const opened = await mine.client.openSession({ ...lastAsked, language }, { signal });
      if (signal.aborted) return;
      mine.origin = originOf(opened.connectUrl);
      mine.address = opened.connectUrl;
      mine.report = { ...mine.report, sessionId: opened.sessionId ?? null };
    } catch (cause) {
      if (!signal.aborted) fail('session-refused', mayRetry(cause), cause);
      return;
    }
    if (session.status === 'preparing') change({ ...session, status: 'loading', slow: null });
    place();
  }

  // Step 2. Set it on the frame. Called when either of the two arrives, so their order does not matter.
  function place(): void {
    if (!run || !isFramed(session)) return;
    // Another element would load the same address again, and Flinks refuses a token that was used.
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
    reload(mine);
  }

  function reload(mine: ConnectRun): void {
    if (!isFramed(session)) return;
    change(preparing(session.attempt + 1));
    void prepare(mine);
  }

  // Step 3. Listen.
  function hear(data: unknown): void {
    const mine = run;
    const message = parseConnectMessage(data);
    if (!mine || !message || !isFramed(session)) return;
    const event = toConnectEvent(message);
    mine.report = recordEvent(mine.report, event, sinceStart(mine.report));
    try {
      options.onEvent?.(event);
    } finally {
      // The app's callback may throw, and it may end the session; neither may leave it half-way.
      if (mine === run && isFramed(session)) obey(mine, message, event);
    }
  }

  function obey(mine: ConnectRun, message: ConnectMessage, event: ConnectEvent): void {
    const step = message.kind === 'step' ? message.step : '';
    const reason = getExitReason(step);
    if (reason) return leave(reason);
    if (step === 'TOKEN_INVALID') return restart(mine);
    if (message.kind === 'step') mine.accountIds = message.accountIds ?? mine.accountIds;
    const wasLoading = session.status === 'loading';
    change(reduceSession(session, event));
    if (mine !== run) return;
    if (message.kind === 'redirect') return link(mine, message);
    // A step that moves nobody, such as a resize, does not restart the wait for the bank.
    if (wasLoading || message.kind === 'error' || getStage(step)) watch();
  }

  // Step 4. Hand over.
  function link(mine: ConnectRun, { loginId, requestId, tag, accountIds: told }: RedirectMessage): void {
    if (!loginId) return fail('redirect-without-login');
    const accountIds = told[0] ? told : mine.accountIds;
    const sessionId = mine.report.sessionId ?? undefined;
    const request = { sessionId, loginId, accountIds, requestId, tag };
    settle(mine, 'link-refused', (signal) => mine.client.linkConnection(request, { signal }));
  }

  // A bank's app, or a full-page redirect, may have come back in another tab, and finished the session there.
  async function look(mine: ConnectRun): Promise<void> {
    const { sessionId } = mine.report;
    const { signal } = mine.call;
    if (sessionId === null || !isFramed(session)) return;
    try {
      const standing = await mine.client.getSession?.(sessionId, { signal });
      if (signal.aborted || !isFramed(session) || !/linking|connected/.test(String(standing?.status))) return;
      change(reduceSession(session, { kind: 'redirect' }));
      takeOver(mine, sessionId);
    } catch {
      // Nothing is known, so nothing changes: the widget of this tab goes on.
    }
  }

  function takeOver(mine: ConnectRun, sessionId: string | null): void {
    const ask: Asking = (signal) => askStanding(mine.client, sessionId, { signal });
    settle(mine, 'return-refused', ask, standingPauses);
  }

  function settle(mine: ConnectRun, code: ConnectFailureCode, ask: Asking, pauses?: readonly number[]): void {
    stopTimer();
    // Both handlers at once: what the app's `onEnd` throws must surface, not count as a refusal.
    void linkWithRetry(ask, clock, pauses).then(
      (connection) => mine === run && end({ status: 'connected', connection }, 'connected'),
      // A foreign error may carry the request, and with it the `LoginId`.
      (cause: unknown) => mine === run && fail(code, true, isOurs(cause) ? cause : undefined),
    );
  }

  function watch(): void {
    stopTimer();
    const next = getNextTimeout(session, run?.placed != null, watchdogs);
    if (!next) return;
    stopTimer = clock.after(next.delay, () => {
      if (!isLive(session)) return;
      if (next.failure === undefined) change({ ...session, slow: next.slow });
      // Without a network nothing can load, and it would be cruel to give up just then.
      else if (!session.offline) return fail(next.failure, next.failure !== 'frame-not-mounted');
      watch();
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
    const over = run;
    run = null;
    stopTimer();
    over.call.abort();
    const ended: EndedSession = { ...outcome, report: report(over, name) };
    change(ended);
    for (const task of over.atEnd) task(ended);
    options.onEnd?.(ended);
  }

  function report(mine: ConnectRun, name: string | null): ConnectReport {
    const written = { ...mine.report, end: name, durationMs: sinceStart(mine.report) };
    try {
      // A return has seen nothing of the widget: the report that left with the page is the better one.
      if (written.sessionId !== null && mine.origin) mine.client.sendReport?.(written.sessionId, written);
    } catch {
      // A courtesy must not decide how a session ends.
    }
    return written;
  }

  const sinceStart = ({ startedAt }: ConnectReport): number =>
    Math.max(0, clock.now() - Date.parse(startedAt));

  function start(
    { connectionId, institution, language }: OpenSessionRequest = {},
    signal?: AbortSignal,
  ): ConnectRun {
    if (run) return run;
    lastAsked = { connectionId, institution, language };
    const mine = begin(preparing(1), null);
    if (!signal?.aborted && mine === run) void prepare(mine);
    return mine;
  }

  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    getSnapshot: () => session,
    open: (asked) => void start(asked),
    openAsync: ({ signal, ...asked } = {}) =>
      new Promise((resolve) => {
        const mine = start(asked, signal);
        const cancel = (): void => {
          if (mine === run) leave('cancelled');
        };
        mine.atEnd.push(resolve, () => signal?.removeEventListener('abort', cancel));
        signal?.addEventListener('abort', cancel);
        if (signal?.aborted) cancel();
      }),
    retry() {
      if (run) reload(run);
      else start(lastAsked);
    },
    close: (reason) => leave(reason === 'closed' ? reason : 'cancelled'),
    reset() {
      leave('cancelled');
      if (!run) change(idleSession);
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
      const mine = begin({ ...preparing(1), status: 'linking', institution: null }, sessionId);
      takeOver(mine, sessionId);
    },
    retain() {
      keepers += 1;
      return () => {
        keepers -= 1;
        queueMicrotask(() => {
          if (!keepers) leave('abandoned');
        });
      };
    },
    destroy: () => leave('abandoned'),
  };
}

function preparing(attempt: number): LiveSession & { readonly status: 'preparing' } {
  return { status: 'preparing', attempt, offline: isOffline(), slow: null };
}

type Asking = (signal: AbortSignal) => Promise<Connection>;

function isOurs(cause: unknown): boolean {
  return Reflect.get(Object(cause), 'name') === 'FlinksKitError';
}
