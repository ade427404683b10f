import type { Clock } from '@flinks-kit/core';
import type { AsyncLogin } from '../api/authorizeAsync.ts';
import type { Card } from '../bank/card.ts';
import type { BankSession } from '../bank/session.ts';
import type { AuthorizeToken } from '../bank/authorizeTokens.ts';
import { listTestUsers } from '../bank/findTestUser.ts';
import type { TestUser } from './testUser.ts';
import { createRandom, type Random } from './random.ts';
import { createRecentMap, type RecentMap } from './recentMap.ts';
import type { Settings } from './settings.ts';
import type { WidgetSession } from './widgetSession.ts';

/** Everything that a sandbox remembers. The endpoints and the widget work on the same one. */
export interface SandboxState {
  readonly settings: Settings;
  readonly clock: Clock;
  readonly random: Random;
  /** Everybody who can sign in, by username in lower case. */
  readonly people: ReadonlyMap<string, TestUser>;
  /** By token. */
  readonly tokens: RecentMap<AuthorizeToken>;
  /** By RequestId. */
  readonly sessions: RecentMap<BankSession>;
  /** Logins of AuthorizeAsync, by RequestId. */
  readonly asyncLogins: RecentMap<AsyncLogin>;
  /** By LoginId. */
  readonly cards: Map<string, Card>;
  /** Frames of the widget, by the id that the page got. */
  readonly widgetSessions: RecentMap<WidgetSession>;
  /** Told of every good visit to a bank. */
  readonly onLiveRefresh: (session: BankSession) => void;
  /** How many frames the scenario `token-used` has seen. */
  usedTokenFrames: number;
}

/** A state in which nothing has happened yet. */
export function createSandboxState(
  settings: Settings,
  onLiveRefresh: SandboxState['onLiveRefresh'],
): SandboxState {
  return {
    settings,
    clock: settings.clock,
    random: createRandom(seedOf(settings)),
    people: listTestUsers(settings.people),
    tokens: createRecentMap(keptAtMost),
    sessions: createRecentMap(keptAtMost),
    asyncLogins: createRecentMap(keptAtMost),
    cards: new Map(),
    widgetSessions: createRecentMap(keptAtMost),
    onLiveRefresh,
    usedTokenFrames: 0,
  };
}

// A RequestId of before a restart may still be asked for, and must not name somebody else's conversation by now.
function seedOf({ seed, logins, clock }: Settings): string {
  return logins.length === 0 ? seed : `${seed} from ${clock.now()}`;
}

// Far more than live at once; old ones have expired long before they fall out.
const keptAtMost = 10_000;
