import { isRecord, type JsonRecord } from '../../internal/isRecord.ts';
import { standInId } from '../numbers/standInId.ts';
import type { Account, AccountHolder, Balance, HolderAddress } from './account.ts';
import { classifyAccount, hasCategory } from './classifyAccount.ts';
import {
  type IssueLog,
  readAmount,
  readDesignation,
  readRatio,
  readShownText,
  readText,
  reportIssue,
} from './readField.ts';

/** Which of Flinks' two answers a body is. */
export type AccountSource = 'summary' | 'detail';

/** Reads one row of `Accounts` (docs/flinks/api.md 4.1). A field that makes no sense is `null` and in the log. */
export function parseAccount(row: JsonRecord, source: AccountSource, log: IssueLog): Account {
  const title = readShownText(row['Title'], 'Title', log);
  const sentCategory = readText(row['Category'], 'Category', log);
  const sentType = readShownText(row['Type'], 'Type', log);
  const { category, type } = classifyAccount(sentCategory, sentType, title);
  const lastFour = readDesignation(row['LastFourDigits'], 'LastFourDigits', 4, log);
  return {
    id: readId(row['Id'], source, log),
    title,
    category,
    // Left out of the JSON that is stored unless it is true.
    categoryInferred: hasCategory(sentCategory, sentType) ? undefined : true,
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
  // Requests take GUIDs (docs/flinks/api.md 2.6), whose case counts for nothing: in one spelling, ids compare as texts.
  if (id !== null) return guid.test(id) ? id.toLowerCase() : id;
  reportIssue(log, 'Id', 'missing');
  // The row still has to be shown. Its stand-in names the answer too: rows of two answers must not be merged by place.
  return standInId(source, log.row);
}

const guid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

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
  reportIssue(log, 'Currency', 'unreadable');
  return null;
}

function readOwnership(value: unknown, log: IssueLog): Account['ownership'] {
  const sent = readText(value, 'AccountType', log);
  if (sent === null || sent === 'Personal' || sent === 'Business') return sent;
  const word = sent.toLowerCase();
  if (word === 'personal') return 'Personal';
  if (word === 'business') return 'Business';
  reportIssue(log, 'AccountType', 'unreadable');
  return null;
}

// An object in Flinks' answers, a bare name in some webhooks (docs/flinks/api.md 4.1, 8).
function parseHolder(value: unknown, log: IssueLog): AccountHolder | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') {
    const name = readText(value, 'Holder', log);
    return name === null ? null : { name, email: null, phoneNumber: null, address: null };
  }
  if (!isRecord(value)) {
    reportIssue(log, 'Holder', 'unreadable');
    return null;
  }
  return {
    name: readText(value['Name'], 'Holder.Name', log),
    email: readText(value['Email'], 'Holder.Email', log),
    phoneNumber: readText(value['PhoneNumber'], 'Holder.PhoneNumber', log),
    address: readAddress(value['Address'], log),
  };
}

function readAddress(value: unknown, log: IssueLog): HolderAddress | null {
  if (value === null || value === undefined) return null;
  if (!isRecord(value)) {
    reportIssue(log, 'Holder.Address', 'unreadable');
    return null;
  }
  return {
    civicAddress: readText(value['CivicAddress'], 'Holder.Address.CivicAddress', log),
    city: readText(value['City'], 'Holder.Address.City', log),
    province: readText(value['Province'], 'Holder.Address.Province', log),
    postalCode: readText(value['PostalCode'], 'Holder.Address.PostalCode', log),
    poBox: readText(value['POBox'], 'Holder.Address.POBox', log),
    country: readText(value['Country'], 'Holder.Address.Country', log),
  };
}
