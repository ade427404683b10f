import type { SandboxState } from '../state/sandboxState.ts';
import type { Fields } from './readFields.ts';

/** One call of the API, taken apart. */
export interface Call {
  readonly state: SandboxState;
  /** The fields of the body, whatever the case of their names. */
  readonly fields: Fields;
  /** The last part of a path such as `/DeleteCard/{loginId}`; empty for other paths. */
  readonly id: string;
  readonly query: URLSearchParams;
  /** The authorize token of `flinks-auth-key`. */
  readonly token: string | null;
  readonly signal: AbortSignal;
}
