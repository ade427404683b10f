import { serveApi } from './api/serveApi.ts';
import { type TestUserLogin, type CreatedLogin, createLogin } from './bank/createLogin.ts';
import { refreshNightly } from './bank/nightlyRefresh.ts';
import { readLogins, restoreLogin, type SavedLogin } from './bank/savedLogins.ts';
import type { BankSession } from './bank/session.ts';
import type { SandboxCredentials } from './state/credentials.ts';
import { breakAnswer } from './faults/breakAnswer.ts';
import { createFaults, type Faults } from './faults/faults.ts';
import { createJournal, endpointOf, type Journal } from './state/journal.ts';
import { readSettings, type SandboxOptions } from './state/settings.ts';
import { detailWebhook, kycWebhook } from './webhooks/webhookBodies.ts';
import { createWebhooks, type Webhooks } from './webhooks/webhooks.ts';
import { serveWidget } from './widget/serveWidget.ts';
import { createSandboxState } from './state/sandboxState.ts';

/**
 * A stand-in of Flinks in memory: the whole API as one function, so that a test passes `sandbox.fetch` where the
 * app has the network. Nothing leaves the process unless `webhook` says so.
 *
 * 1. A call is answered by `serveApi`, the widget page's own calls by `serveWidget`; both work on one state.
 * 2. A fault that waits for the call may break the answer.
 * 3. The journal keeps what was asked and what came of it.
 *
 * @example
 * const sandbox = createSandbox();
 * const flinks = createFlinksServer({ flinks: { ...sandbox.credentials, fetch: sandbox.fetch }, … });
 */
export function createSandbox(options: SandboxOptions = {}): Sandbox {
  const settings = readSettings(options);
  const { clock } = settings;
  const journal = createJournal(settings.journalLimit);
  const faults = createFaults();
  const webhooks = createWebhooks(clock, settings.webhook);

  const onLiveRefresh = (session: BankSession): void => {
    if (settings.webhook === null) return;
    webhooks.later(0, () => void webhooks.send('KYC', kycWebhook(session)));
    webhooks.later(settings.webhook.detailAfterMs ?? usualCollectionMs, () => {
      void webhooks.send('GetAccountsDetail', detailWebhook(state, session));
    });
  };
  let state = createSandboxState(settings, onLiveRefresh);
  for (const login of settings.logins) restoreLogin(state, login);

  return {
    credentials: settings.credentials,
    journal,
    faults,
    webhooks,
    async fetch(request) {
      const startedAt = clock.now();
      const { pathname } = new URL(request.url);
      const text = await request.text();
      const isPage = pathname.includes('/sandbox/');
      const answer = () => (isPage ? serveWidget : serveApi)(state, request, text);
      const fault = isPage ? null : faults.take(endpointOf(pathname));
      const made =
        fault === null
          ? toMade(await answer())
          : await breakAnswer(fault, { settings, request, text, answer });
      const entry = journal.add({ request, text, ...made.answer, startedAt, endedAt: clock.now() });
      settings.onCall?.(entry);
      return made.response;
    },
    login: (login) => createLogin(state, login),
    logins: () => readLogins(state),
    refreshNightly: () => refreshNightly(state),
    reset() {
      state = createSandboxState(settings, onLiveRefresh);
      journal.clear();
      faults.clear();
      webhooks.clear();
    },
  };
}

/** What `createSandbox` gives. */
export interface Sandbox {
  /** Our own, obviously fake: hand them to the server as they are. */
  readonly credentials: SandboxCredentials;
  /** The last calls, secrets masked. */
  readonly journal: Journal;
  /** Breaks answers on purpose. */
  readonly faults: Faults;
  /** What was delivered to the option `webhook`. */
  readonly webhooks: Webhooks;
  /** Answers Flinks' API for any host, at `/v3/{customerId}/…`, and the widget page's own calls at `/sandbox/…`. */
  readonly fetch: (request: Request) => Promise<Response>;
  /**
   * Makes a saved login as if somebody had just come through the widget, for tests without a page. Throws for a
   * username that no test user has.
   */
  readonly login: (login: TestUserLogin) => CreatedLogin;
  /**
   * Every saved login as plain JSON. Given to another sandbox of the same seed by the option `logins`, they go on
   * there with the same ids: what a restart needs. Conversations that are under way are not among them.
   */
  readonly logins: () => readonly SavedLogin[];
  /** Lets one night pass over the logins with scheduled refresh: nobody is there to answer questions. */
  readonly refreshNightly: () => void;
  /** Forgets every token, session, login, call and fault, and starts the seed again. */
  readonly reset: () => void;
}

function toMade(answer: { readonly status: number; readonly body: unknown }) {
  return { answer, response: Response.json(answer.body, { status: answer.status }) };
}

const usualCollectionMs = 10_000;
