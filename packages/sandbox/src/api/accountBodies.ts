import { includesId, listAccounts } from '../bank/accounts.ts';
import { transactionsOf } from '../bank/transactions.ts';
import type { BankAccount } from '../state/bankAccount.ts';
import type { BankSession } from '../state/bankSession.ts';
import type { SandboxState } from '../state/sandboxState.ts';

/** The accounts of GetAccountsSummary: with the ratios, without routing and transactions (docs/flinks/api.md 2.5). */
export function summaryAccounts({ settings }: SandboxState, session: BankSession): readonly unknown[] {
  return listAccounts(session).map(({ account, id }) => ({
    EftEligibleRatio: account.eftEligibleRatio ?? undefined,
    ETransferEligibleRatio: account.eTransferEligibleRatio ?? undefined,
    Title: account.title,
    AccountNumber: account.accountNumber,
    LastFourDigits: account.lastFourDigits,
    Balance: balanceBody(account),
    Category: account.category,
    Type: settings.shape === 'docs' ? account.type : undefined,
    Currency: account.currency,
    Holder: holderBody(account),
    AccountType: account.ownership,
    Id: id,
  }));
}

/** The accounts of GetAccountsDetail: with routing and transactions, without the ratios (docs/flinks/api.md 2.6). */
export function detailAccounts(state: SandboxState, session: BankSession): readonly unknown[] {
  const asked = session.detailRequest;
  const { accountsFilter } = asked;
  const selected = session.card?.selectedAccounts ?? null;
  return listAccounts(session)
    .filter((_, position) => selected === null || selected.includes(position))
    .filter(({ id }) => accountsFilter === null || includesId(accountsFilter, id))
    .map(({ account, id }) => ({
      Transactions: asked.withTransactions ? transactionsOf(account, id, asked.days, state.clock.now()) : [],
      TransitNumber: asked.withAccountIdentity ? account.transitNumber : null,
      InstitutionNumber: asked.withAccountIdentity ? account.institutionNumber : null,
      OverdraftLimit: account.overdraftLimit,
      Title: account.title,
      AccountNumber: asked.withAccountIdentity ? account.accountNumber : null,
      LastFourDigits: account.lastFourDigits,
      Balance: asked.withBalance ? balanceBody(account) : noBalance,
      Category: account.category,
      Type: account.type,
      Currency: account.currency,
      Holder: asked.withKyc ? holderBody(account) : null,
      AccountType: account.ownership,
      Id: id,
    }));
}

/** Flinks' `Holder`. */
export function holderBody({ holder }: Pick<BankAccount, 'holder'>): unknown {
  if (holder === null) return null;
  const { address } = holder;
  return {
    Name: holder.name,
    Address: address && {
      CivicAddress: address.civicAddress,
      City: address.city,
      Province: address.province,
      PostalCode: address.postalCode,
      POBox: address.poBox,
      Country: address.country,
    },
    Email: holder.email,
    PhoneNumber: holder.phoneNumber,
  };
}

function balanceBody({ available, current, limit }: BankAccount): unknown {
  return { Available: available, Current: current, Limit: limit };
}

const noBalance = { Available: null, Current: null, Limit: null };
