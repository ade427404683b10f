import type { Clock } from '@flinks-kit/core';
import type { Card } from './bank/card.ts';
import type { BankSession } from './bank/session.ts';
import type { AuthorizeToken } from './bank/authorizeTokens.ts';
import { createRandom, type Random } from './random.ts';
import { createRecentMap, type RecentMap } from './recentMap.ts';
import type { Settings } from './settings.ts';
import type { Journey } from './widget/journey.ts';

/** Everything that a sandbox remembers. The endpoints and the widget work on the same one. */
export interface World {
  readonly settings: Settings;
  readonly clock: Clock;
  readonly random: Random;
  /** By token. */
  readonly tokens: RecentMap<AuthorizeToken>;
  /** By RequestId. */
  readonly sessions: RecentMap<BankSession>;
  /** By LoginId. */
  readonly cards: Map<string, Card>;
  /** Frames of the widget, by the id that the page got. */
  readonly journeys: RecentMap<Journey>;
  /** How many frames the scenario `token-used` has seen. */
  usedTokenFrames: number;
}

/** A world in which nothing has happened yet. */
export function createWorld(settings: Settings): World {
  return {
    settings,
    clock: settings.clock,
    random: createRandom(settings.seed),
    tokens: createRecentMap(keptAtMost),
    sessions: createRecentMap(keptAtMost),
    cards: new Map(),
    journeys: createRecentMap(keptAtMost),
    usedTokenFrames: 0,
  };
}

// Far more than live at once; old ones have expired long before they fall out.
const keptAtMost = 10_000;
