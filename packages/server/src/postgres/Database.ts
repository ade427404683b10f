import type { ColumnType } from 'kysely';
import type { RowKind } from '../store/FlinksStore.ts';

/** The store's two tables. */
export interface Database {
  readonly flinks_kit_rows: RowTable;
  readonly flinks_kit_leases: LeaseTable;
}

/** Every record of every kind, sealed. */
export interface RowTable {
  readonly kind: RowKind;
  readonly id: string;
  readonly version: number;
  readonly user_id: string | null;
  readonly login_key: string | null;
  readonly due_at: ColumnType<string | number | null, number | null, number | null>;
  readonly sealed: string;
}

/** Who works on what, until when. */
export interface LeaseTable {
  readonly key: string;
  readonly holder: string;
  readonly until: ColumnType<string | number, number, number>;
}
