import { recordFault } from './api/authorize.ts';
import { endpoints } from './api/endpoints.ts';
import { serveApi } from './api/serveApi.ts';
import { recordDelivery } from './bank/card.ts';
import { createLogin, readLogins, restoreLogin } from './bank/logins.ts';
import { openRefreshSession, refreshNightly } from './bank/nightlyRefresh.ts';
import { breakAnswer } from './faults/breakAnswer.ts';
import { createFaults, type Faults } from './faults/faults.ts';
import { findScenario, readOptions } from './options.ts';
import type { CreatedLogin, SavedLogin, TestUserLogin } from './state/card.ts';
import type { SandboxCredentials } from './state/credentials.ts';
import { createJournal, endpointOf, type Journal } from './state/journal.ts';
import type { Answer } from './state/json.ts';
import { createSandboxState, type StateEvents } from './state/sandboxState.ts';
import type { SandboxOptions } from './state/settings.ts';
import { detailWebhook, kycWebhook } from './webhooks/webhookBodies.ts';
import { createWebhooks, type Webhooks } from './webhooks/webhooks.ts';
import { serveWidget } from './widget/serveWidget.ts';

/**
 * A local Flinks in memory: the whole API as one function, so that a test passes `sandbox.fetch` where the
 * app has the network. Nothing leaves the process unless `webhook` is set. Throws one sentence for an option that is
 * misspelled or wrong.
 *
 * 1. `serveApi` answers a call of the API, `serveWidget` a call of the widget page; both work on one state.
 * 2. A fault that waits for the call may break the answer.
 * 3. The journal records the call and its answer.
 *
 * @example
 * const sandbox = createSandbox();
 * const flinks = createFlinksServer({ flinks: { ...sandbox.credentials, fetch: sandbox.fetch }, … });
 */
export function createSandbox(options: SandboxOptions = {}): Sandbox {
  const settings = readOptions(options);
  const { clock, webhook } = settings;
  const journal = createJournal(settings.journalLimit);
  const faults = createFaults(endpoints.map(({ name }) => name));
  const webhooks = createWebhooks(clock, webhook);

  const createState = () => {
    const on: StateEvents = {
      liveRefresh(session) {
        if (webhook === null) return;
        const loginId = session.card?.loginId ?? null;
        webhooks.later(0, loginId, () => void webhooks.send('KYC', loginId, kycWebhook(session)));
        webhooks.later(webhook.detailAfterMs ?? settings.collectionMs ?? usualCollectionMs, loginId, () => {
          const sent = webhooks.send('GetAccountsDetail', loginId, detailWebhook(state, session));
          void sent.then(() => recordDelivery(session));
        });
      },
      cardDeleted: (loginId) => webhooks.cancel(loginId),
    };
    const state = createSandboxState(settings, on);
    return state;
  };
  let state = createState();
  for (const login of settings.logins ?? []) restoreLogin(state, login);

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
      const answer = async () =>
        isPage ? serveWidget(state, request, text) : serveApi(state, request, text);
      const fault = isPage ? null : faults.take(endpointOf(pathname));
      const made =
        fault === null
          ? toMade(await answer())
          : await breakAnswer(fault, { settings, request, text, answer });
      if (fault?.kind === 'code') recordFault(state, request, text, fault.flinksCode);
      const entry = journal.add({ request, text, ...made.answer, startedAt, endedAt: clock.now() });
      settings.onCall?.(entry);
      return made.response;
    },
    login: (login) => createLogin(state, login),
    refresh(login) {
      const created = createLogin(state, login);
      const card = state.cards.get(created.loginId);
      if (card !== undefined) openRefreshSession(state, card);
      return created;
    },
    logins: () => readLogins(state),
    refreshNightly: () => refreshNightly(state),
    playNext(name, drive) {
      state.nextScenario =
        name === null ? null : { name: findScenario(settings, name).name, drive: drive ?? null };
    },
    nextScenario: () => state.nextScenario?.name ?? null,
    reset() {
      webhooks.clear();
      state = createState();
      journal.clear();
      faults.clear();
    },
  };
}

/** What `createSandbox` returns. */
export interface Sandbox {
  /** Obviously fake: pass them to the server as they are. */
  readonly credentials: SandboxCredentials;
  /** The last calls, secrets masked. */
  readonly journal: Journal;
  /** Breaks answers on purpose. */
  readonly faults: Faults;
  /** The deliveries to the option `webhook`. */
  readonly webhooks: Webhooks;
  /** Answers Flinks' API for any host, at `/v3/{customerId}/…`, and the widget page's own calls at `/sandbox/…`. */
  readonly fetch: (request: Request) => Promise<Response>;
  /**
   * Saves a login as if a user had just connected in the widget, for tests without a page. Throws for a
   * username that no test user has.
   */
  readonly login: (login: TestUserLogin) => CreatedLogin;
  /** As `login`, and sends the webhooks of a live refresh. */
  readonly refresh: (login: TestUserLogin) => CreatedLogin;
  /**
   * Every saved login as plain JSON. Passed to another sandbox of the same seed by the option `logins`, they continue
   * there with the same ids: for a restart. Conversations that are under way are not among them.
   */
  readonly logins: () => readonly SavedLogin[];
  /** Runs one nightly refresh over the logins with scheduled refresh, without the user. */
  readonly refreshNightly: () => void;
  /**
   * Plays a scenario in the next frame only; `null` takes that back. `drive`: lets it drive, this many times faster than
   * a user.
   */
  readonly playNext: (scenario: string | null, drive?: number | null) => void;
  /** The scenario that `playNext` set, until a frame opens; `null` for none. */
  readonly nextScenario: () => string | null;
  /** Forgets every token, session, login, call and fault, and starts the seed again. */
  readonly reset: () => void;
}

function toMade(answer: Answer) {
  return { answer, response: Response.json(answer.body, { status: answer.status }) };
}

const usualCollectionMs = 10_000;
