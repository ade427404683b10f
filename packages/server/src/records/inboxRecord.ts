/** A webhook that was received: the whole body until it was applied, then only that it was here. */
export interface InboxRecord {
  /** The keyed hash of what makes a delivery the same: `RequestId` and `ResponseType`. */
  readonly id: string;
  readonly loginKey: string;
  readonly receivedAt: number;
  /** JSON; `null` once applied. */
  readonly body: string | null;
}
