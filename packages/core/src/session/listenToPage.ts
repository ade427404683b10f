/** Listens to the page; the returned function stops it. Where there is no page (a server, React Native) it does nothing. */
export function listenToPage<Type extends keyof WindowEventMap>(
  type: Type,
  listener: (event: WindowEventMap[Type]) => void,
): () => void;
/** It happens to the document, and bubbles. */
export function listenToPage(type: 'visibilitychange', listener: () => void): () => void;
export function listenToPage(type: string, listener: EventListener): () => void {
  globalThis.addEventListener?.(type, listener);
  return () => globalThis.removeEventListener?.(type, listener);
}

/** Does the browser report that it has no network? */
export function isOffline(): boolean {
  const page: Partial<Pick<Window, 'navigator'>> = globalThis;
  return page.navigator?.onLine === false;
}
