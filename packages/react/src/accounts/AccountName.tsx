import { type ConnectedAccount, formatAccountType } from '@flinks-kit/core';
import type { ReactElement } from 'react';
import type { AccountsLabels } from '../labels/accounts.en.ts';

/**
 * An account's title as the bank gives it, and its masked number, which a screen reader reads as "ending in"; among the
 * accounts of several banks its bank, too. A function and no component: each of thousands of rows has one.
 */
export function renderName({ account, labels, showBank }: AccountNameProps): ReactElement {
  const { title, mask } = nameAccount(account, labels);
  return (
    <div data-flinks-account-name="">
      <bdi data-flinks-account-title="">{title}</bdi>
      {mask !== null && (
        <bdi data-flinks-account-mask="" aria-hidden="true">
          {` ${mask}`}
        </bdi>
      )}
      {mask !== null && <span data-flinks-spoken="">{` ${labels.endingIn(digitsOf(mask))}`}</span>}
      {showBank && <bdi data-flinks-account-bank="">{` ${nameBank(account)}`}</bdi>}
    </div>
  );
}

/** Title and mask of an account. A title that ends in the same digits loses them, so that they are not shown twice. */
export function nameAccount(
  { title, type, mask }: AccountNameProps['account'],
  labels: AccountNameProps['labels'],
): { readonly title: string; readonly mask: string | null } {
  const digits = digitsOf(mask ?? '');
  const name = title && digits ? withoutDigits(title, digits) : title;
  if (!name) return { title: typeName(type, labels), mask };
  return { title: name, mask: hasOwnNumber(name, digits) ? null : mask };
}

interface AccountNameProps {
  readonly account: Pick<ConnectedAccount, 'title' | 'type' | 'mask'> & NamedBank;
  readonly labels: Pick<AccountsLabels, 'endingIn' | 'types' | 'untitled'>;
  readonly showBank?: boolean | undefined;
}

/** What distinguishes an account among those of several connections: two may show the same account of one shared login. */
export const accountKey = ({ connectionId, id }: ConnectedAccount): string => `${connectionId}/${id}`;

/** The name of an account's bank; empty where it is not known. `institution` is no name but a key of Flinks. */
export const nameBank = ({ institutionName }: NamedBank): string => institutionName ?? '';

/** Whether accounts are of several banks, so that a name and the end of a number do not distinguish two of them. */
export const hasSeveralBanks = (accounts: readonly NamedBank[]): boolean =>
  accounts.some((account) => bankOf(account) !== bankOf(accounts[0] ?? account));

const bankOf = ({ institutionName, institution }: NamedBank): string | null | undefined =>
  institutionName ?? institution;

type NamedBank = Pick<ConnectedAccount, 'institution' | 'institutionName'>;

function typeName(type: string | null, { types, untitled }: AccountNameProps['labels']): string {
  if (type === null) return untitled;
  return (Object.hasOwn(types, type) ? types[type] : undefined) ?? formatAccountType(type);
}

const digitsOf = (mask: string): string => mask.replace(/^[•\s]+/u, '');

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

function hasOwnNumber(title: string, digits: string): boolean {
  return digits !== '' && title.split(/\D+/u).includes(digits);
}
