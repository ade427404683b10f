/** A call to the stand-in for Flinks as our server makes it: the same headers, and the same limit of time. */
export async function callUpstream(url: string, authKey: string, body?: object): Promise<string> {
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(), 220_000);
  const headers = {
    accept: 'application/json',
    'content-type': 'application/json',
    'flinks-auth-key': authKey,
  };
  const sent = body === undefined ? {} : { body: JSON.stringify(body) };
  const init = { method: 'POST', headers, ...sent, signal: limit.signal, redirect: 'error' } as const;
  try {
    return await (await fetch(url, init)).text();
  } finally {
    // The last round leaves requests behind: their timers would keep the bench running.
    clearTimeout(timer);
  }
}
