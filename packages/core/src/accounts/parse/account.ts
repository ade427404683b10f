/** Flinks' four categories, in the order people read them. */
export const accountCategories = ['Operations', 'Credits', 'Products', 'Other'] as const;

/** Which part of the bank's summary page an account belongs to (docs/flinks/api.md 4.2). */
export type AccountCategory = (typeof accountCategories)[number];

/** Money of one account. Decimals in the account's currency, as Flinks sends them; `null` where Flinks sent none. */
export interface Balance {
  /** Posted and authorized. */
  readonly available: number | null;
  /** Posted. */
  readonly current: number | null;
  /** The most that can be debited or borrowed. */
  readonly limit: number | null;
}

/** Who holds an account (docs/flinks/api.md 4.1, KYC). Never leaves the server unless `expose` names it. */
export interface AccountHolder {
  readonly name: string | null;
  readonly email: string | null;
  readonly phoneNumber: string | null;
  readonly address: HolderAddress | null;
}

/** A holder's address as Flinks splits it. */
export interface HolderAddress {
  readonly civicAddress: string | null;
  readonly city: string | null;
  readonly province: string | null;
  readonly postalCode: string | null;
  readonly poBox: string | null;
  readonly country: string | null;
}

/**
 * One bank account, whole. It lives on the server: the browser gets a `ConnectedAccount`. Everything that Flinks
 * may leave out is `null`; numbers that are names are strings, so leading zeros survive.
 */
export interface Account {
  /** Flinks' id of the account, what `AccountsFilter` and the widget's `accountId` use: a GUID, in lower case. */
  readonly id: string;
  /** The bank's own label. */
  readonly title: string | null;
  readonly category: AccountCategory;
  /** Flinks sent no category that we know: ours follows from the type or the title. Such an account is never `eligible`. */
  readonly categoryInferred?: boolean | undefined;
  /** Flinks' type, in its current spelling where we know it (`Chequing`, `CreditCard`); unknown words pass. */
  readonly type: string | null;
  /** ISO 4217; Flinks has CAD and USD. */
  readonly currency: string | null;
  readonly balance: Balance;
  readonly overdraftLimit: number | null;
  readonly accountNumber: string | null;
  readonly lastFourDigits: string | null;
  /** Five digits in Canada. */
  readonly transitNumber: string | null;
  /** Three digits in Canada. Not Flinks' `InstitutionId`. */
  readonly institutionNumber: string | null;
  readonly holder: AccountHolder | null;
  readonly ownership: 'Personal' | 'Business' | null;
  /** 0–1: the chance that Flinks can collect the account's EFT details (docs/flinks/api.md 5). Summary only. */
  readonly eftEligibleRatio: number | null;
  /** 0–1: the same for e-Transfer. Summary only. */
  readonly eTransferEligibleRatio: number | null;
  /** Which answers of Flinks this account was read from. */
  readonly sources: AccountSources;
}

/** Which of Flinks' two answers are present: ratios come only from Summary, routing only from Detail. */
export interface AccountSources {
  readonly summary: boolean;
  readonly detail: boolean;
}
