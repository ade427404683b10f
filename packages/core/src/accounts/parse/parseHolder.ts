import type { AccountHolder, HolderAddress } from './account.ts';
import { type IssueLog, report } from './parseIssue.ts';
import { isRecord, readText } from './readField.ts';

/** Reads a `Holder`: an object in Flinks' answers, a bare name in some webhooks (docs/flinks/api.md 4.1, 8). */
export function parseHolder(value: unknown, log: IssueLog): AccountHolder | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') {
    const name = readText(value, 'Holder', log);
    return name === null ? null : { name, email: null, phoneNumber: null, address: null };
  }
  if (!isRecord(value)) {
    report(log, 'Holder', 'unreadable');
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
    report(log, 'Holder.Address', 'unreadable');
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
