/**
 * After a full-page redirect our server sends the browser back with `?flinks_session=…`, or with `?flinks_error=…`
 * for a return it refused (design: `GET /return/:state`). Takes the two out of the address, so that a reload or a
 * shared link asks nothing again, and hands over the session's id: `null` for a refusal.
 */
export function takeRedirect(resume: (sessionId: string | null) => void): void {
  const url = new URL(location.href);
  const { searchParams } = url;
  const sessionId = searchParams.get('flinks_session');
  if (sessionId === null && !searchParams.has('flinks_error')) return;
  searchParams.delete('flinks_session');
  searchParams.delete('flinks_error');
  history.replaceState(history.state, '', url);
  resume(sessionId);
}
