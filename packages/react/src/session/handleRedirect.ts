/**
 * After a full-page redirect our server sends the browser back with `?flinks_session=…`, or with `?flinks_error=…` for
 * a return it refused (`GET /return/:state`). Removes both from the address, so that a reload or a shared link does not
 * repeat the request, and calls `resume` with the session's id, or with `null` for a refusal.
 */
export function handleRedirect(resume: (sessionId: string | null) => void): void {
  const url = new URL(location.href);
  const { searchParams } = url;
  const sessionId = searchParams.get('flinks_session');
  if (sessionId === null && !searchParams.has('flinks_error')) return;
  searchParams.delete('flinks_session');
  searchParams.delete('flinks_error');
  history.replaceState(history.state, '', url);
  resume(sessionId);
}
