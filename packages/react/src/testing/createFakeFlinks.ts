import type { ConnectedAccount, Connection, FlinksClient } from '@flinks-kit/core';
import { FakeSequence, fakeSequence } from './answers.ts';
import { fakeSnapshot } from './builders.ts';
import { createFakeClient, type FakeAnswers, type FakeCall } from './fakeClient.ts';
import { inAct } from './inAct.ts';
import { findFrame, giveFramesWindows, postAsWidget } from './postAsWidget.ts';
import { type FakeScenario, type FakeScenarioName, fakeScenarios } from './scenarios.ts';

/**
 * A fake Flinks for unit tests and stories: a client for `FlinksProvider`, and a widget whose messages the test sends.
 * They come from the mounted frame's own window and origin, so the hook's check of both is tested too.
 *
 * @example
 * const fake = createFakeFlinks({ scenario: 'mfa', accounts: [chequing] });
 * render(<FlinksProvider client={fake.client}><App /></FlinksProvider>);
 * await userEvent.click(screen.getByRole('button', { name: 'Connect your bank' }));
 * await fake.run();
 * expect(await screen.findByText('Chequing')).toBeVisible();
 */
export function createFakeFlinks(options: FakeFlinksOptions = {}): FakeFlinks {
  checkOptions(options);
  const { scenario } = options;
  const played: FakeScenario | undefined = scenario && findScenario(scenario);
  const {
    scenario: _,
    accounts = played?.accounts ?? [],
    connections = [],
    userId = 'fake-user',
    connectUrl = 'https://widget.flinks-kit.invalid/v2/',
    ...answers
  } = options;
  const calls: FakeCall[] = [];
  const real = createFakeClient({
    accounts,
    health: played?.health,
    connections,
    connectUrl,
    calls,
    answers: { ...answersOf(played, accounts), ...answers },
  });
  const unknown = Object.keys(answers).find((name) => !Object.hasOwn(real, name));
  if (unknown !== undefined) {
    throw new TypeError(
      `createFakeFlinks has no option "${unknown}". Its options are scenario, accounts, connections, userId, ` +
        `connectUrl, and the methods of the client: ${Object.keys(real).join(', ')}.`,
    );
  }
  let address = '';
  const client = {
    ...real,
    userId,
    openSession: async (...asked: Parameters<typeof real.openSession>) => {
      const opened = await real.openSession(...asked);
      giveFramesWindows();
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
      // The hook takes a new token then, and the message after it comes from the new frame.
      // oxlint-disable-next-line no-await-in-loop
      if ('step' in message && message.step === 'TOKEN_INVALID')
        await inAct(() => untilMounted(() => address));
    }
    // What the fake answers at once is on the page when this resolves.
    await inAct(nextTask);
  }

  return {
    client,
    calls,
    emit: (message) => post([message]),
    end: (how) => post(ends[how]),
    run: (name = scenario ?? 'everyday') => post(findScenario(name).messages),
  };
}

/**
 * Options of `createFakeFlinks`. Besides these, each method of the client takes an answer by its name: a value, an
 * error, `fakeSequence(…)` or `fakeDelay(…)`.
 */
export interface FakeFlinksOptions extends FakeAnswers {
  /**
   * A scenario of the sandbox by its name: what `run()` plays, the accounts of the connection that it makes, and how
   * that connection fares (`slow-bank`, `asks-cached`). `accounts` and the answers of methods come before it.
   */
  readonly scenario?: FakeScenarioName | undefined;
  /** Connections that exist from the start; see `fakeConnection`. */
  readonly connections?: readonly Connection[] | undefined;
  /** The signed-in user; `null` while signed out. */
  readonly userId?: string | null | undefined;
  /** The accounts of every connection; see `fakeAccount`. Their `connectionId` is set. */
  readonly accounts?: readonly ConnectedAccount[] | undefined;
  /** Where the frame would lead. An address that exists nowhere by default; a story may show a page of its own. */
  readonly connectUrl?: string | undefined;
}

/** A Flinks whose messages a test sends. */
export interface FakeFlinks {
  readonly client: FlinksClient;
  /** What the hooks asked, in order. */
  readonly calls: readonly FakeCall[];
  /** Posts one message, as the widget would (docs/flinks/connect.md 1.2). Waits for the frame first. */
  readonly emit: (message: object) => Promise<void>;
  /** Plays a scenario to its end: the one named here, or that of the options, or `everyday`. */
  readonly run: (scenario?: FakeScenarioName) => Promise<void>;
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

function findScenario(name: FakeScenarioName): FakeScenario {
  if (Object.hasOwn(fakeScenarios, name)) return fakeScenarios[name];
  throw new TypeError(
    `createFakeFlinks has no scenario "${name}". Choose among ${Object.keys(fakeScenarios).join(', ')}.`,
  );
}

/** What the client answers in a scenario, where that is not what a healthy connection would. */
function answersOf(scenario: FakeScenario | undefined, accounts: readonly ConnectedAccount[]): FakeAnswers {
  if (scenario?.isSlow !== true) return {};
  return {
    getAccounts: fakeSequence(
      fakeSnapshot({ status: 'pending' }),
      fakeSnapshot({ status: 'partial', accounts }),
      fakeSnapshot({ accounts }),
    ),
  };
}

// Opening and rendering take a few microtasks and at most a few tasks; a frame that is not there by then never will be.
async function untilMounted(address: () => string, tries = 50): Promise<void> {
  if (findFrame(address()) || tries === 0) return;
  await nextTask();
  return untilMounted(address, tries - 1);
}

// The one of the platform, also while a test's own timers stand still.
const { setTimeout: platformTimeout } = globalThis;

// Fake timers that were there before this module keep a clock at each function; they leave message channels alone.
const isFaked = 'clock' in platformTimeout && typeof MessageChannel === 'function';

const nextTask = (): Promise<void> =>
  new Promise((resume) => {
    if (!isFaked) {
      platformTimeout(resume);
      return;
    }
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => {
      port1.close();
      resume();
    });
    port1.start();
    port2.postMessage(null);
  });

/** Refuses what JavaScript gets past the types, where it is written and not where a component reads it. */
function checkOptions(options: FakeFlinksOptions): void {
  for (const [name, value] of new Map<string, unknown>(Object.entries(options))) {
    const refuse = (advice: string) =>
      new TypeError(`createFakeFlinks: ${name} is ${show(value)}. ${advice}`);
    if ((name === 'accounts' || name === 'connections') && value !== undefined && !Array.isArray(value)) {
      throw refuse('Give a list, such as [fakeAccount()] or [fakeConnection()].');
    }
    if (typeof value === 'function') {
      throw refuse('Give a value, an error, fakeSequence(…) or fakeDelay(…).');
    }
    if (value instanceof FakeSequence && value.answers.length === 0) {
      throw refuse('Give it at least one answer.');
    }
  }
}

function show(value: unknown): string {
  if (value instanceof FakeSequence) return 'an empty fakeSequence()';
  if (value instanceof Promise) return 'a promise';
  return typeof value === 'object' && value !== null
    ? 'an object'
    : typeof value === 'function'
      ? 'a function'
      : String(value);
}
