import type { Account } from '@flinks-kit/core';
import type { FlinksCode } from '@flinks-kit/core/wire';
import type { Sealed } from '../crypto/Sealed.ts';

/**
 * How far the collection of one connection's accounts has come, and what was collected. Written after every step,
 * so that any process can go on from it. Instants are milliseconds since the epoch.
 */
export interface CollectionRecord {
  /** The connection's id. */
  readonly id: string;
  readonly userId: string;
  /** Names this collection: what an earlier one still brings home is dropped. */
  readonly run: string;
  readonly phase: CollectionPhase;
  /** Flinks' short session; consumed by the Detail. */
  readonly requestId: Sealed | null;
  readonly startedAt: number;
  /** Nobody asks Flinks before this. */
  readonly nextAt: number;
  /** Calls in a row that came to nothing; decides how long to wait. */
  readonly failures: number;
  /** Why the collection stopped, where Flinks told. */
  readonly flinksCode: FlinksCode | null;
  /** This collection's Summary, until the Detail is merged into it. */
  readonly summary: readonly Account[] | null;
  /** What is shown, already cut to the selection; `null` before the first Summary. */
  readonly accounts: readonly Account[] | null;
  /** Whether `accounts` hold a Detail. */
  readonly complete: boolean;
  /** When Flinks last read the bank, as of `accounts`. */
  readonly asOf: number | null;
}

/**
 * What is to be done next. Summary and Detail are asked for once; while Flinks answers 202 their async twins are.
 * `ready`: nothing; `stopped`: nothing until the person or a refresh changes the situation.
 */
export type CollectionPhase =
  | 'authorize'
  | 'summary'
  | 'summary-async'
  | 'detail'
  | 'detail-async'
  | 'ready'
  | 'stopped';
