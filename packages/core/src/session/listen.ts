/** Listens to the page; the returned function stops it. Where there is no page (a server, React Native) it does nothing. */
export function listen<Type extends keyof WindowEventMap>(
  type: Type,
  listener: (event: WindowEventMap[Type]) => void,
): () => void;
/** It happens to the document, and bubbles. */
export function listen(type: 'visibilitychange', listener: () => void): () => void;
/** Listens to something else than the page. */
export function listen(type: string, listener: () => void, target: EventTarget): () => void;
export function listen(
  type: string,
  listener: EventListener,
  target: Partial<EventTarget> = globalThis,
): () => void {
  target.addEventListener?.(type, listener);
  return () => target.removeEventListener?.(type, listener);
}

/** Does the browser report that it has no network? */
export function isOffline(): boolean {
  const page: Partial<Pick<Window, 'navigator'>> = globalThis;
  return page.navigator?.onLine === false;
}
