import type { Account, Balance } from './account.ts';
import { classifyAccount } from './classifyAccount.ts';
import { type IssueLog, report } from './parseIssue.ts';
import { parseHolder } from './parseHolder.ts';
import type { AccountSource } from './parseAccounts.ts';
import { isRecord, type JsonRecord, readAmount, readDesignation, readRatio, readText } from './readField.ts';

/** Reads one row of `Accounts` (docs/flinks/api.md 4.1). A field that makes no sense is `null` and in the log. */
export function parseAccount(row: JsonRecord, source: AccountSource, log: IssueLog): Account {
  const title = readText(row['Title'], 'Title', log);
  const { category, type } = classifyAccount(
    readText(row['Category'], 'Category', log),
    readText(row['Type'], 'Type', log),
    title,
  );
  const lastFour = readDesignation(row['LastFourDigits'], 'LastFourDigits', 4, log);
  return {
    id: readId(row['Id'], source, log),
    title,
    category,
    type,
    currency: readCurrency(row['Currency'], log),
    balance: readBalance(row['Balance'], log),
    overdraftLimit: readAmount(row['OverdraftLimit'], 'OverdraftLimit', log),
    accountNumber: readDesignation(row['AccountNumber'], 'AccountNumber', 0, log),
    // Four by name; a longer one would be the number itself.
    lastFourDigits: lastFour === null ? null : lastFour.slice(-4),
    transitNumber: readDesignation(row['TransitNumber'], 'TransitNumber', 5, log),
    institutionNumber: readDesignation(row['InstitutionNumber'], 'InstitutionNumber', 3, log),
    holder: parseHolder(row['Holder'], log),
    ownership: readOwnership(row['AccountType'], log),
    eftEligibleRatio: readRatio(row['EftEligibleRatio'], 'EftEligibleRatio', log),
    eTransferEligibleRatio: readRatio(row['ETransferEligibleRatio'], 'ETransferEligibleRatio', log),
    sources: source === 'summary' ? fromSummary : fromDetail,
  };
}

const fromSummary = { summary: true, detail: false };
const fromDetail = { summary: false, detail: true };
const noBalance: Balance = { available: null, current: null, limit: null };

function readId(value: unknown, source: AccountSource, log: IssueLog): string {
  const id = readDesignation(value, 'Id', 0, log);
  if (id !== null) return id;
  report(log, 'Id', 'missing');
  // The row still has to be shown. Its stand-in names the answer too: rows of two answers must not be merged by place.
  return `no-id:${source}:${log.row}`;
}

function readBalance(value: unknown, log: IssueLog): Balance {
  if (isRecord(value)) {
    return {
      available: readAmount(value['Available'], 'Balance.Available', log),
      current: readAmount(value['Current'], 'Balance.Current', log),
      limit: readAmount(value['Limit'], 'Balance.Limit', log),
    };
  }
  const current = readAmount(value, 'Balance', log);
  return current === null ? noBalance : { available: null, current, limit: null };
}

function readCurrency(value: unknown, log: IssueLog): string | null {
  const currency = readText(value, 'Currency', log);
  if (currency === null || currency === 'CAD') return currency;
  if (/^[a-z]{3}$/i.test(currency)) return currency.toUpperCase();
  report(log, 'Currency', 'unreadable');
  return null;
}

function readOwnership(value: unknown, log: IssueLog): Account['ownership'] {
  const said = readText(value, 'AccountType', log);
  if (said === null || said === 'Personal' || said === 'Business') return said;
  const word = said.toLowerCase();
  if (word === 'personal') return 'Personal';
  if (word === 'business') return 'Business';
  report(log, 'AccountType', 'unreadable');
  return null;
}
