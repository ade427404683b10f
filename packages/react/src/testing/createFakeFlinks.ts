import type { ConnectedAccount, Connection, FlinksClient } from '@flinks-kit/core';
import { createFakeClient, type FakeAnswers, type FakeCall } from './fakeClient.ts';
import { inAct } from './inAct.ts';
import { type FakeJourney, fakeJourneys } from './journeys.ts';
import { findFrame, postAsWidget } from './postAsWidget.ts';

/**
 * A fake Flinks for unit tests and stories: a client for `FlinksProvider`, and a widget whose messages the test sends.
 * They come from the mounted frame's own window and origin, so the hook's check of both is tested too.
 *
 * @example
 * const fake = createFakeFlinks({ accounts: [chequing] });
 * render(<FlinksProvider client={fake.client}><App /></FlinksProvider>);
 * await userEvent.click(screen.getByRole('button', { name: 'Connect your bank' }));
 * await fake.run('mfa');
 * expect(await screen.findByText('Chequing')).toBeVisible();
 */
export function createFakeFlinks(options: FakeFlinksOptions = {}): FakeFlinks {
  const {
    accounts = [],
    connections = [],
    userId = 'fake-user',
    connectUrl = 'https://widget.flinks-kit.invalid/v2/',
    ...answers
  } = options;
  const calls: FakeCall[] = [];
  const real = createFakeClient({ accounts, connections, connectUrl, calls, answers });
  let address = '';
  const client = {
    ...real,
    userId,
    openSession: async (...asked: Parameters<typeof real.openSession>) => {
      const opened = await real.openSession(...asked);
      address = opened.connectUrl;
      return opened;
    },
  };

  async function post(messages: readonly object[]): Promise<void> {
    await inAct(() => untilMounted(() => address));
    for (const message of messages) {
      // One act each, so that every state is rendered and none is skipped.
      // oxlint-disable-next-line no-await-in-loop -- the widget sends one message after the other
      await inAct(async () => postAsWidget(address, message));
    }
  }

  return {
    client,
    calls,
    emit: (message) => post([message]),
    end: (how) => post(ends[how]),
    run: (journey) => post([...fakeJourneys[journey], ...ends.connected]),
  };
}

/**
 * Options of `createFakeFlinks`. Besides these, each method of the client takes an answer by its name: a value, an
 * error, `fakeSequence(…)` or `fakeDelay(…)`.
 */
export interface FakeFlinksOptions extends FakeAnswers {
  /** Connections that exist from the start; see `fakeConnection`. */
  readonly connections?: readonly Connection[] | undefined;
  /** The signed-in user; `null` while signed out. */
  readonly userId?: string | null | undefined;
  /** The accounts of every connection; see `fakeAccount`. Their `connectionId` is set. */
  readonly accounts?: readonly ConnectedAccount[] | undefined;
  /** Where the frame would lead. An address that exists nowhere by default; a story may show a page of its own. */
  readonly connectUrl?: string | undefined;
}

/** A Flinks that a test speaks for. */
export interface FakeFlinks {
  readonly client: FlinksClient;
  /** What the hooks asked, in order. */
  readonly calls: readonly FakeCall[];
  /** Posts one message, as the widget would (docs/flinks/connect.md 1.2). Waits for the frame first. */
  readonly emit: (message: object) => Promise<void>;
  /** Plays a whole journey, to a made connection. */
  readonly run: (journey: FakeJourney) => Promise<void>;
  /** Ends the session the way the widget would. */
  readonly end: (how: FakeEnd) => Promise<void>;
}

/** A way for the widget to end a session. */
export type FakeEnd = keyof typeof ends;

const ends = {
  connected: [
    { step: 'REDIRECT', loginId: '00000000-0000-4000-8000-000000000001', institution: 'FlinksCapital' },
  ],
  closed: [{ step: 'COMPONENT_CLOSE_SESSION' }],
  'consent-denied': [{ step: 'COMPONENT_DENY_CONSENT' }],
  'maximum-retries': [{ step: 'MAXIMUM_RETRY_REACHED' }],
  'redirect-without-login': [{ step: 'REDIRECT' }],
} as const satisfies Record<string, readonly object[]>;

// Opening and rendering take a few microtasks and at most a few tasks; a frame that is not there by then never will be.
async function untilMounted(address: () => string, tries = 50): Promise<void> {
  if (findFrame(address()) || tries === 0) return;
  await new Promise((resume) => setTimeout(resume));
  return untilMounted(address, tries - 1);
}
