import { isRecord, type JsonRecord } from '../../internal/isRecord.ts';
import type { Account } from './account.ts';
import { type AccountSource, parseAccount } from './parseAccount.ts';
import { type IssueLog, type ParseIssue, reportIssue } from './readField.ts';

/**
 * Reads the accounts of any answer of Flinks: Summary or Detail, synchronous, asynchronous or webhook, whole or sparse
 * (docs/flinks/api.md 2.5, 2.6, 8). Every account that can be read comes out, in order, with `null` for what is
 * missing; every row that could not is in `issues`. Never throws.
 *
 * Pass `source` when you know which call was answered: a sparse body does not show it, and then counts as a Summary,
 * so that nothing is ever called ineligible for facts that were not requested.
 */
export function parseAccounts(body: unknown, options: ParseAccountsOptions = {}): ParsedAccounts {
  const rows = findRows(body);
  if (rows === null) return { accounts: [], issues: [{ row: null, field: 'Accounts', problem: 'missing' }] };

  const source = options.source ?? readResponseType(body);
  const accounts: Account[] = [];
  const log: IssueLog = { row: 0, issues: [] };
  const seen = new Set<string>();
  for (log.row = 0; log.row < rows.length; log.row++) {
    const row: unknown = rows[log.row];
    if (!isRecord(row)) {
      reportIssue(log, null, 'unreadable');
      continue;
    }
    const account = parseAccount(row, source ?? guessSource(row), log);
    if (seen.has(account.id)) {
      reportIssue(log, 'Id', 'duplicate');
      continue;
    }
    seen.add(account.id);
    accounts.push(account);
  }
  return { accounts, issues: log.issues };
}

/** What the caller knows about a body. */
export interface ParseAccountsOptions {
  readonly source?: AccountSource | undefined;
}

/** What a body held, and what of it could not be read. */
export interface ParsedAccounts {
  readonly accounts: readonly Account[];
  readonly issues: readonly ParseIssue[];
}

function findRows(body: unknown): readonly unknown[] | null {
  if (Array.isArray(body)) return body;
  return isRecord(body) && Array.isArray(body['Accounts']) ? body['Accounts'] : null;
}

function readResponseType(body: unknown): AccountSource | null {
  if (!isRecord(body)) return null;
  if (body['ResponseType'] === 'GetAccountsSummary') return 'summary';
  return body['ResponseType'] === 'GetAccountsDetail' ? 'detail' : null;
}

function guessSource(row: JsonRecord): AccountSource {
  if ('EftEligibleRatio' in row || 'ETransferEligibleRatio' in row) return 'summary';
  const onlyInDetail = 'Transactions' in row || 'TransitNumber' in row || 'InstitutionNumber' in row;
  return onlyInDetail ? 'detail' : 'summary';
}
