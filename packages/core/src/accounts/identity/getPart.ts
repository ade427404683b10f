import type { Account } from '../parse/account.ts';

/**
 * Which of the accounts with one number this is. A number alone does not decide it: a chequing and a savings account may
 * share one, and so may the parts of a mortgage, which differ by name. The names of other accounts are not compared:
 * two people call a joint account differently.
 */
export const getPart = ({ type, category, title }: PartOfAccount): string =>
  ` ${type} ${category === 'Credits' && title}`;

/** As much of an account as is compared. */
export type PartOfAccount = Pick<Account, 'category' | 'title' | 'type'>;
