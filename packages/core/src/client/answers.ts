import type { AccountsSnapshot } from '../accounts/eft/connectedAccount.ts';
import type { Connection } from '../connections/connection.ts';
import { isRecord } from '../internal/isRecord.ts';
import type { OpenedSession, SessionStatus } from '../session/connectClient.ts';
import type { DeletionOutcome, RefreshOutcome } from './flinksClient.ts';

/*
 * What each route returns, checked as far as the kit reads it without asking again: enough that `null`, a login page or
 * another program's JSON is an error of the call and never a crash in a component. Newer fields and values pass.
 */

export function isOpenedSession(body: unknown): body is OpenedSession {
  return hasText(body, 'connectUrl');
}

export function isSessionStatus(body: unknown): body is SessionStatus {
  return hasText(body, 'status') && (body['status'] !== 'connected' || isConnection(body['connection']));
}

export function isConnection(body: unknown): body is Connection {
  if (!hasText(body, 'id') || !hasText(body['health'], 'status')) return false;
  const accounts = body['accounts'];
  return accounts === null || (Array.isArray(accounts) && accounts.every(isConnectionAccount));
}

export function isConnections(body: unknown): body is readonly Connection[] {
  return Array.isArray(body) && body.every(isConnection);
}

export function isAccountsSnapshot(body: unknown): body is AccountsSnapshot {
  return hasText(body, 'status') && Array.isArray(body['accounts']) && body['accounts'].every(isAccount);
}

export function isRefreshOutcome(body: unknown): body is RefreshOutcome {
  return hasText(body, 'status') && isConnection(body['connection']);
}

export function isDeletionOutcome(body: unknown): body is DeletionOutcome {
  return hasText(body, 'status');
}

export function isAnything(body: unknown): body is unknown {
  return body !== undefined;
}

function isConnectionAccount(row: unknown): boolean {
  return hasText(row, 'id') && hasText(row, 'category') && isLabel(row['title']) && isLabel(row['mask']);
}

const isLabel = (value: unknown): boolean => value === null || typeof value === 'string';

function isAccount(row: unknown): boolean {
  return (
    hasText(row, 'id') &&
    isRecord(row['balance']) &&
    hasText(row['eft'], 'status') &&
    Array.isArray(row['eft']['reasons']) &&
    Array.isArray(row['eft']['missing'])
  );
}

function hasText<Key extends string>(
  value: unknown,
  key: Key,
): value is Readonly<Record<string, unknown>> & { readonly [Name in Key]: string } {
  return isRecord(value) && typeof value[key] === 'string';
}
