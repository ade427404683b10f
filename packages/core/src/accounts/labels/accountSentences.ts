import type { AccountCategory } from '../parse/account.ts';
import type { EftMissing, EftStatus } from '../eft/eftAssessment.ts';

/**
 * The words for categories and assessments in one language. `{method}` stands for EFT or e-Transfer, `{missing}` for
 * what is missing.
 */
export interface AccountSentences {
  readonly categories: Readonly<Record<AccountCategory, string>>;
  /** One line under each category's name. */
  readonly categoryHints: Readonly<Record<AccountCategory, string>>;
  readonly methods: Readonly<Record<PaymentMethod, string>>;
  readonly eftStatuses: Readonly<Record<EftStatus, string>>;
  /** Why, by reason; `other` for the reasons of a policy that this list doesn't know. */
  readonly eftReasons: Readonly<Record<string, string>> & { readonly other: string };
  readonly eftMissing: Readonly<Record<EftMissing, string>>;
  readonly eftProvisional: string;
}

/** How money would move. */
export type PaymentMethod = 'eft' | 'e-transfer';
