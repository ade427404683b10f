import type { FlinksCode } from '../wire/flinksCodes.ts';

/** The body of every refusal of our server: `application/problem+json` (RFC 9457) with the kit's own members. */
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
