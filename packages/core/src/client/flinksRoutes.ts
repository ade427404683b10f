import type { FlinksCode } from '../wire/flinksCodes.ts';

/**
 * The routes that the browser client and our server share, below the endpoint. `:id` stands for one path segment.
 * `GET /return/:state` and `POST /webhook` are not here: only Flinks and the browser's address bar call those.
 */
export const flinksRoutes = {
  openSession: { method: 'POST', path: '/sessions' },
  getSession: { method: 'GET', path: '/sessions/:id' },
  sendReport: { method: 'POST', path: '/sessions/:id/report' },
  linkConnection: { method: 'POST', path: '/connections' },
  listConnections: { method: 'GET', path: '/connections' },
  getConnection: { method: 'GET', path: '/connections/:id' },
  getAccounts: { method: 'GET', path: '/connections/:id/accounts' },
  refreshConnection: { method: 'POST', path: '/connections/:id/refresh' },
  setNightlyRefresh: { method: 'PUT', path: '/connections/:id/nightly-refresh' },
  listInstitutions: { method: 'GET', path: '/institutions' },
  deleteConnection: { method: 'DELETE', path: '/connections/:id' },
} as const;

/** The name of a route; also the name of the client's method that calls it. */
export type FlinksRouteName = keyof typeof flinksRoutes;

type Route = (typeof flinksRoutes)[FlinksRouteName];

/** The path of a route, with a query or without. The client names its routes itself, so a bundle holds no table. */
export type FlinksPath = Route['path'] | `${Route['path']}?${string}`;

/** The methods that a path has. */
export type FlinksMethod<Path> = Path extends `${infer Plain}?${string}`
  ? FlinksMethod<Plain>
  : Extract<Route, { readonly path: Path }>['method'];

/**
 * The header that marks a request as made by a page's own script. A page of another origin can't send it without a
 * preflight, and our server never grants one unless `allowedOrigins` lists that origin.
 */
export const clientHeader = 'x-flinks-kit';

/** The body of every error response of our server: `application/problem+json` (RFC 9457) with the kit's own members. */
export interface ProblemDetails {
  readonly title: string;
  readonly status: number;
  /** Stable; what programs branch on. */
  readonly code: string;
  /** What happened, why it matters, what to do. */
  readonly detail: string;
  readonly flinksCode?: FlinksCode | null | undefined;
  /** Whether the same call may succeed later. */
  readonly retry: boolean;
}

/**
 * Every network step of the kit has this shape: the browser's client, our server, Flinks and the sandbox. A test, a
 * story or an app replaces a step by passing another function.
 */
export type FetchHandler = (request: Request) => Promise<Response>;
