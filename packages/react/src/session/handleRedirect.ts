/**
 * After a full-page redirect our server sends the browser back with `?flinks_session=…`, or with `?flinks_error=…` for
 * a return it refused (`GET /return/:state`). Removes both from the address, so that a reload or a shared link does not
 * repeat the request, and calls `resume` with the session's id, or with `null` for a refusal.
 */
export function handleRedirect(resume: (sessionId: string | null) => void): void {
  const url = new URL(location.href);
  const sessionId = url.searchParams.get('flinks_session');
  // As text, since `searchParams` would spell the app’s own parameters in another way.
  const query = `&${url.search.slice(1)}`;
  const rest = query.replace(/&flinks_(session|error)=[^&]*/g, '');
  if (rest === query) return;
  url.search = rest.slice(1);
  history.replaceState(history.state, '', url);
  resume(sessionId);
}
