/** The way back from a full-page redirect: found by the keyed hash of its state, and good for one use. */
export interface ReturnRecord {
  readonly id: string;
  readonly userId: string;
  readonly sessionId: string;
  readonly expiresAt: number;
  readonly used: boolean;
}
