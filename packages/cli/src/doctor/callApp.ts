/**
 * The app's answer to one request: from the running app where there is a page, otherwise from the loaded handler in
 * this process. Rejects when there is none within ten seconds. A redirect is an answer, and is not followed.
 */
export async function callApp(
  { page, endpoint, handler }: App,
  path: string,
  init: RequestInit = {},
): Promise<AppAnswer> {
  const url = new URL(`${endpoint}${path}`, page ?? 'http://localhost');
  const request = new Request(url, { ...init, redirect: 'manual', signal: AbortSignal.timeout(10_000) });
  const response = await (page === null ? handler(request) : fetch(request));
  return { status: response.status, code: await readCode(response) };
}

/** Where the app's routes answer. */
export interface App {
  /** A page of the running app, or `null`: the handler is asked in this process. */
  readonly page: URL | null;
  readonly endpoint: string;
  readonly handler: (request: Request) => Promise<Response>;
  /** The `cookie` header of a signed-in user. */
  readonly cookie: string | null;
}

/** What is read of an answer: never its body. */
export interface AppAnswer {
  readonly status: number;
  /** The kit's own code, from its problem details; `null` when the kit did not refuse. */
  readonly code: string | null;
}

async function readCode(response: Response): Promise<string | null> {
  if (!(response.headers.get('content-type') ?? '').startsWith('application/problem+json')) {
    await response.body?.cancel();
    return null;
  }
  const problem: unknown = await response.json().catch(() => null);
  const code = typeof problem === 'object' && problem !== null && 'code' in problem ? problem.code : null;
  return typeof code === 'string' && /^[a-z-]{1,40}$/.test(code) ? code : null;
}

/** Whether only this machine reaches an address. */
export const isLoopback = ({ hostname }: URL): boolean =>
  hostname === 'localhost' ||
  hostname.endsWith('.localhost') ||
  hostname === '[::1]' ||
  /^127(\.\d+){3}$/.test(hostname);
