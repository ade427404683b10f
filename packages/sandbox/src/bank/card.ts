import type { FlinksCode } from '@flinks-kit/core/wire';
import type { BankSession } from '../state/bankSession.ts';
import type { Card } from '../state/card.ts';
import type { Institution } from '../state/institution.ts';
import { guidFrom } from '../state/random.ts';
import { restartOf, type SandboxState } from '../state/sandboxState.ts';
import type { TestUser } from '../state/testUser.ts';

/** Flinks' id of the nth account of a card: the same in every session, a new one with a new LoginId (docs/flinks/api.md 6.6). */
export function accountIdOf(loginId: string, index: number): string {
  return guidFrom(loginId, 'account', String(index));
}

/** The saved login of a user at a bank, if there is one. */
export function findCard(
  state: SandboxState,
  login: Pick<Card, 'institution' | 'testUser' | 'language'>,
): Card | undefined {
  const wanted = keyOf(login);
  for (const card of state.cards.values()) if (keyOf(card) === wanted) return card;
  return undefined;
}

/** Saves a login, or finds the saved one, after a successful live refresh. */
export function saveCard(
  state: SandboxState,
  institution: Institution,
  testUser: TestUser,
  language: 'en' | 'fr',
): Card {
  const login = { institution, testUser, language };
  const card =
    findCard(state, login) ?? createCard(state, { ...login, generation: nextGeneration(state, login) });
  recordRefresh(state, card, null);
  state.cards.set(card.loginId, card);
  return card;
}

/**
 * Deletes a card with everything that belongs to it. The next card of the same user gets a new LoginId, and the old one
 * stays invalid (docs/flinks/api.md 6.6).
 */
export function deleteCard(state: SandboxState, loginId: string): void {
  const card = state.cards.get(loginId);
  if (card !== undefined) {
    const key = keyOf(card);
    state.deletions.set(key, (state.deletions.get(key) ?? 0) + 1);
    state.cards.delete(loginId);
  }
  for (const session of state.sessions.values()) {
    if (session.card?.loginId === loginId) session.state = 'ended';
  }
  state.on.cardDeleted(loginId);
}

/** Records how a live refresh ended. A successful one starts the collection of data again. */
export function recordRefresh(state: SandboxState, card: Card, outcome: FlinksCode | null): void {
  card.lastOutcome = outcome;
  if (outcome !== null) return;
  card.lastRefresh = state.clock.now();
  card.pendingPolls = card.testUser.detail.pendingPolls ?? state.settings.pendingPolls;
  card.dataWasDelivered = false;
}

/** Records that a webhook delivered the data of a live refresh: as the last poll, it ends the collection. */
export function recordDelivery({ card }: BankSession): void {
  if (card === null) return;
  card.pendingPolls = 0;
  card.dataWasDelivered = true;
}

/** Whether the data of the last live refresh is still being collected: by polls, or by time when the settings have it so. */
export function isCollecting({ clock, settings }: SandboxState, card: Card): boolean {
  if (card.dataWasDelivered) return false;
  const { collectionMs } = settings;
  if (collectionMs !== null) return clock.now() - card.lastRefresh < collectionMs;
  return card.pendingPolls > 0;
}

/** A card in which nothing has happened yet. Its LoginId is one per institution, username, language and instance
 * (docs/flinks/api.md 0, fact 1), and another one for each generation. */
export function createCard({ clock, settings }: SandboxState, login: NewCard): Card {
  const { generation } = login;
  return {
    ...login,
    loginId: guidFrom(
      settings.seed,
      settings.credentials.instance,
      ...identityOf(login),
      ...(generation === '' ? [] : [generation]),
    ),
    scheduledRefresh: false,
    lastRefresh: 0,
    lastOpened: clock.now(),
    lastOutcome: null,
    faultCode: null,
    pendingPolls: 0,
    dataWasDelivered: false,
    dataWasRead: false,
    detailWasRead: false,
    heldCalls: 0,
    selectedAccounts: null,
    knownQuestions: new Set(),
    storedAnswers: new Map(),
  };
}

type Login = Pick<Card, 'institution' | 'testUser' | 'language'>;
type NewCard = Login & Pick<Card, 'generation'>;

function nextGeneration(state: SandboxState, login: Login): string {
  const deletions = state.deletions.get(keyOf(login)) ?? 0;
  return `${restartOf(state.settings)}${deletions === 0 ? '' : `#${deletions}`}`;
}

function keyOf(login: Login): string {
  return identityOf(login).join('\u0000');
}

function identityOf({ institution, testUser, language }: Login): readonly string[] {
  return [institution.name, testUser.username.toLowerCase(), language];
}
