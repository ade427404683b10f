/** An account that somebody chose to pay from. */
export interface AccountChoice {
  readonly connectionId: string;
  readonly accountId: string;
}

/** Where one user's rent comes from. The page sees this much and no more. */
export interface RentPlan extends AccountChoice {
  readonly title: string | null;
  readonly mask: string | null;
  /** ISO 8601 in UTC. */
  readonly agreedAt: string;
}
