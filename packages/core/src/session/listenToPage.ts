/** Listens to the page; the returned function stops it. Where there is no page (a server, React Native) it does nothing. */
export function listenToPage<Type extends keyof WindowEventMap>(
  type: Type,
  listener: (event: WindowEventMap[Type]) => void,
): () => void {
  globalThis.addEventListener?.(type, listener);
  return () => globalThis.removeEventListener?.(type, listener);
}

/** Does the browser know that it has no network? */
export function isOffline(): boolean {
  const page: { readonly navigator?: { readonly onLine?: boolean } } = globalThis;
  return page.navigator?.onLine === false;
}
