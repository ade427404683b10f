import type { FetchHandler } from '@flinks-kit/core';

/** What Flinks gave you, and how to reach it. Never let these reach a browser (docs/flinks/api.md 1.3). */
export interface FlinksCredentials {
  /** The name in `https://{instance}-api.private.fin.ag`. One instance serves one country. */
  readonly instance: string;
  readonly customerId: string;
  /** Mints authorize tokens; goes nowhere else. */
  readonly secretKey: string;
  /** Goes with data calls, as `x-api-key`. */
  readonly apiKey: string;
  /** The API secret for GetNightlyRefreshStatus, where it differs from the API key. */
  readonly bearer?: string | undefined;
  /** Whether Flinks activated AuthorizeAsync for you: then live refreshes run in the background (docs/flinks/api.md 2.3). */
  readonly authorizeAsync?: boolean | undefined;
  /** The API's origin, where it is not the instance's own. */
  readonly apiUrl?: string | undefined;
  /** The request function for calls to Flinks: a proxy, or a sandbox's `fetch`. */
  readonly fetch?: FetchHandler | undefined;
  /** Replaces a header set: Flinks' pages disagree about several (docs/flinks/api.md 1.3). */
  readonly headers?: Partial<FlinksHeaderSets> | undefined;
}

/** Which headers each family of endpoints is sent. */
export interface FlinksHeaderSets {
  readonly token: () => Record<string, string>;
  readonly authorize: (token: string) => Record<string, string>;
  readonly data: () => Record<string, string>;
  /** SetScheduledRefresh and DeleteCard: unclear in Flinks' documentation. */
  readonly lifecycle: () => Record<string, string>;
  readonly status: () => Record<string, string>;
}
