import type { Account } from '../parse/account.ts';

/**
 * Which of the accounts with one number this is. A number alone does not decide it: a chequing and a savings account may
 * share one, and so may the parts of a mortgage or a loan, which differ by name. The names of other accounts are not
 * compared: two people call a joint account differently. By the type alone: Flinks' pages list mortgages and loans under
 * two categories (docs/flinks/api.md 13 row 7).
 */
export const getPart = ({ type, title }: PartOfAccount): string =>
  ` ${type} ${/^(Loan|Mortgage)/.test(type ?? '') && title}`;

/** As much of an account as is compared. */
export type PartOfAccount = Pick<Account, 'title' | 'type'>;
