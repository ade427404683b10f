import { useSyncExternalStore } from 'react';
import type { AccountChoice } from '../rent/RentPlan.ts';

/** The pages of the app. */
const routes = ['/', '/connect', '/accounts', '/choose', '/agreement', '/settings'] as const;

/** One page's address. */
export type Route = (typeof routes)[number];

/** The state of an entry of the browser's history; it survives a reload. */
export interface RouteState {
  /** Set while a session is open. */
  readonly attempt?: Attempt | undefined;
  /** The chosen account, for the agreement page. */
  readonly choice?: AccountChoice | undefined;
  /** True after the user agreed to the debits: the agreement page then shows the moment of success. */
  readonly agreed?: boolean | undefined;
}

/** A session that connects a bank. */
export interface Attempt {
  /** The connections that existed before it. */
  readonly before: readonly string[];
}

/** The page that the address bar names, `null` for none. Re-renders on Back, Forward and `navigate`. */
export function useRoute(): Route | null {
  return useSyncExternalStore(subscribe, readRoute);
}

/** Did the user go from one page to another, by a link, a button, Back or Forward? */
export function hasNavigated(): boolean {
  return navigated;
}

/** Goes to a page. `replace` adds no entry to the browser's history. */
export function navigate(route: Route, { replace = false, state = {} }: NavigateOptions = {}): void {
  if (replace) history.replaceState(state, '', route);
  else history.pushState(state, '', route);
  navigated = true;
  for (const listener of listeners) listener();
}

/** The state of the current entry of the browser's history. */
export function readRouteState(): RouteState {
  const state: unknown = history.state;
  if (typeof state !== 'object' || state === null) return {};
  return {
    attempt: 'attempt' in state ? readAttempt(state.attempt) : undefined,
    choice: 'choice' in state ? readChoice(state.choice) : undefined,
    agreed: 'agreed' in state && state.agreed === true,
  };
}

/** Options of `navigate`. */
export interface NavigateOptions {
  readonly replace?: boolean | undefined;
  readonly state?: RouteState | undefined;
}

const listeners = new Set<() => void>();
let navigated = false;

function subscribe(listener: () => void): () => void {
  const onPop = (): void => {
    navigated = true;
    listener();
  };
  listeners.add(listener);
  window.addEventListener('popstate', onPop);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('popstate', onPop);
  };
}

function readRoute(): Route | null {
  return routes.find((route) => route === location.pathname) ?? null;
}

function readAttempt(value: unknown): Attempt | undefined {
  if (typeof value !== 'object' || value === null || !('before' in value)) return undefined;
  const { before } = value;
  if (!Array.isArray(before)) return undefined;
  return { before: before.filter((id) => typeof id === 'string') };
}

function readChoice(value: unknown): AccountChoice | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (!('connectionId' in value) || !('accountId' in value)) return undefined;
  const { connectionId, accountId } = value;
  return typeof connectionId === 'string' && typeof accountId === 'string'
    ? { connectionId, accountId }
    : undefined;
}
