import type { FlinksCode } from '../wire/flinksCodes.ts';

/**
 * The one error of the kit. `code` is stable and ours; `flinksCode` is Flinks' where there is one; `retry`: the
 * same call may succeed later. The message names what happened, why it matters and what to do.
 */
export class FlinksKitError extends Error {
  override readonly name = 'FlinksKitError';
  // Only declared: the constructor sets them.
  declare readonly code: string;
  declare readonly flinksCode: FlinksCode | null;
  declare readonly retry: boolean;
  /** The HTTP status of our server's answer, when there was one. */
  declare readonly status: number | null;

  constructor(message: string, details: FlinksKitErrorDetails) {
    super(message, details);
    this.code = details.code;
    this.flinksCode = details.flinksCode ?? null;
    this.retry = details.retry === true;
    this.status = details.status ?? null;
  }
}

/** What an error carries besides its message. */
export interface FlinksKitErrorDetails {
  readonly code: string;
  readonly flinksCode?: FlinksCode | null | undefined;
  readonly retry?: boolean | undefined;
  readonly status?: number | null | undefined;
  readonly cause?: unknown;
}
