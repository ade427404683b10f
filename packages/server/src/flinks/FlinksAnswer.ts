import type { FlinksCode } from '@flinks-kit/core/wire';
import type { Sealed } from '../crypto/Sealed.ts';

/**
 * One answer of Flinks, classified by the body: `HttpStatusCode` 202 and 203 are data, and a refusal is known by
 * its `FlinksCode`, since the HTTP status of one code differs between Flinks' own pages (docs/flinks/api.md 3).
 */
export type FlinksAnswer = FlinksFacts &
  (
    | { readonly kind: 'done' }
    /** Still working, or dispatched to the background after 210 seconds. */
    | { readonly kind: 'pending' }
    /** The bank asks the person something: only the widget can go on. */
    | { readonly kind: 'challenge' }
    | { readonly kind: 'refused' }
  );

/** What any answer may carry, whichever way it went. */
export interface FlinksFacts {
  readonly flinksCode: FlinksCode | null;
  readonly requestId: Sealed | null;
  readonly institution: string | null;
  readonly institutionId: number | null;
  readonly login: FlinksLogin | null;
  /** The `Date` header as it came: Flinks' own time. */
  readonly date: string | null;
  /** The whole body, for the parser of accounts. */
  readonly body: Readonly<Record<string, unknown>>;
}

/** What Flinks reports of a login; it is missing from some answers (docs/flinks/api.md 2.2). */
export interface FlinksLogin {
  readonly id: Sealed | null;
  /** Milliseconds since the epoch; `null` for never. */
  readonly lastRefreshAt: number | null;
  readonly nightlyRefresh: boolean | null;
}
