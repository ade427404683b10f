import { afterEach, beforeEach, expect } from 'vitest';

/**
 * Node has no page, so the tests of the engine bring one: the global object listens like a window, and after each
 * test not one listener may be left.
 */
export function installPage(): void {
  beforeEach(openPage);
  afterEach(() => {
    Reflect.deleteProperty(globalThis, 'document');
    Reflect.deleteProperty(globalThis, 'addEventListener');
    Reflect.deleteProperty(globalThis, 'removeEventListener');
    Reflect.deleteProperty(globalThis, 'dispatchEvent');
  });
}

/** A new page without listeners; a property opens one for each of its runs. */
export function openPage(): void {
  const page = new EventTarget();
  listeners = 0;
  Object.assign(globalThis, {
    document: { hidden: false },
    addEventListener: (type: string, listener: EventListener) => {
      listeners += 1;
      page.addEventListener(type, listener);
    },
    removeEventListener: (type: string, listener: EventListener) => {
      listeners -= 1;
      page.removeEventListener(type, listener);
    },
    dispatchEvent: (event: Event) => page.dispatchEvent(event),
  });
}

/** Hides the tab, or shows it again. */
export function setVisibility(visibilityState: DocumentVisibilityState): void {
  Object.assign(globalThis, { document: { hidden: visibilityState === 'hidden' } });
  globalThis.dispatchEvent(new Event('visibilitychange'));
}

/** How many listeners the page has. */
export const countListeners = (): number => listeners;

/** Nothing may outlive a session: no listener, no timer. */
export function expectNothingLeft(clock: { readonly waiting: number }): void {
  expect({ listeners, timers: clock.waiting }).toEqual({ listeners: 0, timers: 0 });
}

let listeners = 0;
