/** What the developer drawer sees of the sandbox behind the demo: `GET /api/sandbox`. No id of Flinks is in it. */
export interface SandboxControls {
  /** ISO 8601 in UTC: the time at the sandbox and in Fernhill's server. It may run ahead of the page's. */
  readonly now: string;
  /** How many times faster that clock runs. */
  readonly speed: number;
  /** The stories that the sandbox can play. */
  readonly scenarios: readonly { readonly name: string; readonly summary: string }[];
  /** How Flinks and the banks are until somebody changes it. */
  readonly weather: Weather;
  /** The last calls between Fernhill's server, Flinks' window and Flinks, oldest first. */
  readonly calls: readonly SandboxCall[];
}

/** One call that the sandbox answered. */
export interface SandboxCall {
  /** ISO 8601 in UTC, on the sandbox's clock. */
  readonly at: string;
  readonly method: string;
  /** With every id taken out. */
  readonly path: string;
  readonly status: number;
  readonly flinksCode: string | null;
}

/** What the drawer may change: `PUT /api/sandbox`. What is left out stays. */
export interface SandboxChange {
  readonly speed?: number | undefined;
  /** Milliseconds to jump ahead. */
  readonly aheadMs?: number | undefined;
  readonly weather?: Weather | undefined;
}

/** `fair`: all is well · `slow`: each answer takes five seconds · a code of Flinks': every Authorize ends with it. */
export const weathers = [
  'fair',
  'slow',
  'RETRY_LATER',
  'INVALID_PASSWORD',
  'QUESTION_NOT_FOUND',
  'DISABLED_LOGIN',
] as const;

/** One of `weathers`. */
export type Weather = (typeof weathers)[number];
