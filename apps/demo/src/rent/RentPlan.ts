/** The account that a user chose to pay from. */
export interface AccountChoice {
  readonly connectionId: string;
  readonly accountId: string;
}

/** The account that a user's rent is debited from. All that the browser may receive. */
export interface RentPlan extends AccountChoice {
  readonly title: string | null;
  readonly mask: string | null;
  /** ISO 8601 in UTC. */
  readonly agreedAt: string;
}
