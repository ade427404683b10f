import type { Clock } from '@flinks-kit/core';
import type { AsyncLogin } from '../api/authorizeAsync.ts';
import type { Card } from '../bank/card.ts';
import type { BankSession } from '../bank/session.ts';
import type { AuthorizeToken } from '../bank/authorizeTokens.ts';
import { gatherPeople } from '../bank/findTestUser.ts';
import type { Person } from './testUser.ts';
import { createRandom, type Random } from './random.ts';
import { createRecentMap, type RecentMap } from './recentMap.ts';
import type { Settings } from './settings.ts';
import type { Journey } from './widgetSession.ts';

/** Everything that a sandbox remembers. The endpoints and the widget work on the same one. */
export interface World {
  readonly settings: Settings;
  readonly clock: Clock;
  readonly random: Random;
  /** Everybody who can sign in, by username in lower case. */
  readonly people: ReadonlyMap<string, Person>;
  /** By token. */
  readonly tokens: RecentMap<AuthorizeToken>;
  /** By RequestId. */
  readonly sessions: RecentMap<BankSession>;
  /** Logins of AuthorizeAsync, by RequestId. */
  readonly asyncLogins: RecentMap<AsyncLogin>;
  /** By LoginId. */
  readonly cards: Map<string, Card>;
  /** Frames of the widget, by the id that the page got. */
  readonly journeys: RecentMap<Journey>;
  /** Told of every good visit to a bank. */
  readonly onVisit: (session: BankSession) => void;
  /** How many frames the scenario `token-used` has seen. */
  usedTokenFrames: number;
}

/** A world in which nothing has happened yet. */
export function createWorld(settings: Settings, onVisit: World['onVisit']): World {
  return {
    settings,
    clock: settings.clock,
    random: createRandom(seedOf(settings)),
    people: gatherPeople(settings.people),
    tokens: createRecentMap(keptAtMost),
    sessions: createRecentMap(keptAtMost),
    asyncLogins: createRecentMap(keptAtMost),
    cards: new Map(),
    journeys: createRecentMap(keptAtMost),
    onVisit,
    usedTokenFrames: 0,
  };
}

// A RequestId of before a restart may still be asked for, and must not name somebody else's conversation by now.
function seedOf({ seed, logins, clock }: Settings): string {
  return logins.length === 0 ? seed : `${seed} from ${clock.now()}`;
}

// Far more than live at once; old ones have expired long before they fall out.
const keptAtMost = 10_000;
