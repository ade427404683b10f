import { type ConnectedAccount, formatAccountType } from '@flinks-kit/core';
import type { ReactElement } from 'react';
import type { AccountsLabels } from '../labels/accounts.en.ts';

/**
 * An account's title as the bank gives it, and its masked number, which a screen reader reads as "ending in"; among the
 * accounts of several banks its bank, too. A function and no component: each of thousands of rows has one.
 */
export function renderName(
  account: NamedAccount,
  labels: AccountNameLabels,
  showBank?: boolean,
): ReactElement {
  const [title, mask, digits] = nameAccount(account, labels);
  return (
    <div data-flinks-account-name="">
      <bdi data-flinks-account-title="">{title}</bdi>
      {mask && (
        <bdi data-flinks-account-mask="" aria-hidden="true">
          {` ${mask}`}
        </bdi>
      )}
      {mask && <span data-flinks-spoken="">{` ${labels.endingIn(digits)}`}</span>}
      {showBank && <bdi data-flinks-account-bank="">{` ${nameBank(account)}`}</bdi>}
    </div>
  );
}

/**
 * Title and mask of an account, and the digits of the mask. A title that ends in the same digits loses them, so that they are
 * not shown twice.
 */
export function nameAccount(
  { title, type, mask }: NamedAccount,
  labels: AccountNameLabels,
): readonly [title: string, mask: string | null, digits: string] {
  const digits = (mask ?? '').replace(/^[•\s]+/u, '');
  // Most titles have no digits, and a list may have thousands.
  const hasDigits = title !== null && digits !== '' && title.includes(digits);
  const name = hasDigits ? withoutDigits(title, digits) : title;
  if (!name) {
    const { types, untitled } = labels;
    const known = type !== null && Object.hasOwn(types, type) ? types[type] : undefined;
    return [type === null ? untitled : (known ?? formatAccountType(type)), mask, digits];
  }
  return [name, hasDigits && name.split(/\D+/u).includes(digits) ? null : mask, digits];
}

type NamedAccount = Pick<ConnectedAccount, 'title' | 'type' | 'mask'> & NamedBank;
type AccountNameLabels = Pick<AccountsLabels, 'endingIn' | 'types' | 'untitled'>;

/** What distinguishes an account among those of several connections: two may show the same account of one shared login. */
export const accountKey = ({ connectionId, id }: ConnectedAccount): string => `${connectionId}/${id}`;

/** The name of an account's bank; empty where it is not known. `institution` is no name but a key of Flinks. */
export const nameBank = ({ institutionName }: NamedBank): string => institutionName ?? '';

/** Whether accounts are of several banks, so that a name and the end of a number do not distinguish two of them. */
export const hasSeveralBanks = (accounts: readonly NamedBank[]): boolean =>
  accounts.some((account) => bankOf(account) !== bankOf(accounts[0] ?? account));

const bankOf = ({ institutionName, institution }: NamedBank): string | null | undefined =>
  institutionName ?? institution;

/** As much of an account or a connection as names its bank. */
export type NamedBank = Pick<ConnectedAccount, 'institution' | 'institutionName'>;

// `Chequing •••• 4567`, `Chequing *4567`, `Chequing (4567)`, `Chequing x4567`, `Chequing ending in 4567`
function withoutDigits(title: string, digits: string): string {
  const end = title.replace(/[\s)\]]+$/u, '');
  if (!end.endsWith(digits)) return title;
  const start = end.slice(0, -digits.length);
  // The end of a longer number is not the mask.
  if (/\d$/u.test(start)) return title;
  return start.replace(markOfMask, '');
}

const markOfMask =
  /(?:[\s•*·#…([–—:,_-]|\.{2,}|(?<!\p{L})(?:x+|end(?:ing|s)(?: in| with)?|se terminant par|n(?:o\.?|[°º])))+$/iu;
