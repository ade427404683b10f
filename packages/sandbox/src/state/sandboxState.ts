import type { Clock } from '@flinks-kit/core';
import type { AuthorizeOutcome, BankSession } from './bankSession.ts';
import type { Card } from './card.ts';
import { createRandom, type Random } from './random.ts';
import { createRecentMap, type RecentMap } from './recentMap.ts';
import type { Settings } from './settings.ts';
import type { WidgetSession } from './widgetSession.ts';

/** Everything that a sandbox remembers. The endpoints and the widget work on the same one. */
export interface SandboxState {
  readonly settings: Settings;
  readonly clock: Clock;
  readonly random: Random;
  /** By token. */
  readonly tokens: RecentMap<AuthorizeToken>;
  /** Milliseconds at which an access token of `BankingServices/Token` expires, by token. */
  readonly accessTokens: RecentMap<number>;
  /** By RequestId. */
  readonly sessions: RecentMap<BankSession>;
  /** Logins of AuthorizeAsync, by RequestId. */
  readonly asyncLogins: RecentMap<AsyncLogin>;
  /** By LoginId. */
  readonly cards: Map<string, Card>;
  /** How many cards of a login were deleted: each deletion gives the next card a new LoginId. */
  readonly deletions: Map<string, number>;
  /** Frames of the widget, by the id that the page got. */
  readonly widgetSessions: RecentMap<WidgetSession>;
  readonly on: StateEvents;
  /** How many frames the scenario `token-used` has loaded. */
  usedTokenFrames: number;
  /** The scenario of the next frame only; `null`: the one of the settings. */
  nextScenario: { readonly name: string; readonly drive: number | null } | null;
}

/** What happens to the state and matters outside of it. */
export interface StateEvents {
  /** A live refresh succeeded. */
  readonly liveRefresh: (session: BankSession) => void;
  /** DeleteCard removed a card. */
  readonly cardDeleted: (loginId: string) => void;
}

/** A token as the sandbox remembers it. */
export interface AuthorizeToken {
  readonly mintedAt: number;
  used: boolean;
  /** The RequestId of the conversation that it opened. */
  openedSession: string | null;
}

/** A login that AuthorizeAsync continues in the background. */
export interface AsyncLogin {
  readonly outcome: AuthorizeOutcome;
  pollsLeft: number;
}

/** A state in which nothing has happened yet. */
export function createSandboxState(settings: Settings, on: StateEvents): SandboxState {
  return {
    settings,
    clock: settings.clock,
    random: createRandom(`${settings.seed}${restartOf(settings)}`),
    tokens: createRecentMap(keptAtMost),
    accessTokens: createRecentMap(keptAtMost),
    sessions: createRecentMap(keptAtMost),
    asyncLogins: createRecentMap(keptAtMost),
    cards: new Map(),
    deletions: new Map(),
    widgetSessions: createRecentMap(keptAtMost),
    on,
    usedTokenFrames: 0,
    nextScenario: null,
  };
}

/**
 * What a restart adds to the seed. A RequestId of before the restart may still be asked for, and a LoginId may have
 * been deleted: neither may name something else afterwards.
 */
export function restartOf({ logins, clock }: Pick<Settings, 'logins' | 'clock'>): string {
  return logins === null ? '' : ` from ${clock.now()}`;
}

// Far more than live at once; old ones have expired long before they fall out.
const keptAtMost = 10_000;
