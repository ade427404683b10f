/** The sandbox's state for the developer panel: `GET /api/sandbox`. Contains no id of Flinks. */
export interface SandboxControls {
  /** ISO 8601 in UTC: the time of the sandbox and of Fernhill's server. It may be ahead of the page's. */
  readonly now: string;
  /** How many times faster that clock runs. */
  readonly speed: number;
  /** The scenarios that the sandbox can play. */
  readonly scenarios: readonly { readonly name: string; readonly summary: string }[];
  /** The fault that Flinks and the banks have, until it is changed. */
  readonly faultPreset: FaultPreset;
  /** The last calls of Fernhill's server and of the widget to Flinks, oldest first. */
  readonly calls: readonly SandboxCall[];
}

/** One call to the sandbox. */
export interface SandboxCall {
  /** ISO 8601 in UTC, on the sandbox's clock. */
  readonly at: string;
  readonly method: string;
  /** Without ids. */
  readonly path: string;
  readonly status: number;
  readonly flinksCode: string | null;
}

/** The changes that the developer panel can make: `PUT /api/sandbox`. A field that is left out stays. */
export interface SandboxChange {
  readonly speed?: number | undefined;
  /** Milliseconds to jump ahead. */
  readonly aheadMs?: number | undefined;
  readonly faultPreset?: FaultPreset | undefined;
}

/** `none` · `slow`: each response takes five seconds · a code of Flinks': every Authorize fails with it. */
export const faultPresets = [
  'none',
  'slow',
  'RETRY_LATER',
  'INVALID_PASSWORD',
  'QUESTION_NOT_FOUND',
  'DISABLED_LOGIN',
] as const;

/** One of `faultPresets`. */
export type FaultPreset = (typeof faultPresets)[number];
