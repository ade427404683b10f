import type { AccountsSnapshot } from '../accounts/eft/connectedAccount.ts';
import type { Connection } from '../connections/connection.ts';
import type { Institution } from '../connections/institution.ts';
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
  return (
    hasText(body, 'id') &&
    hasText(body['health'], 'status') &&
    (body['accounts'] === null || isListOf(body['accounts'], hasId)) &&
    Array.isArray(body['duplicates'])
  );
}

export function isConnections(body: unknown): body is readonly Connection[] {
  return isListOf(body, isConnection);
}

export function isAccountsSnapshot(body: unknown): body is AccountsSnapshot {
  return hasText(body, 'status') && isListOf(body['accounts'], isAccount);
}

export function isInstitutions(body: unknown): body is readonly Institution[] {
  return isListOf(body, (row) => hasId(row) && hasText(row, 'name'));
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

function hasId(row: unknown): boolean {
  return hasText(row, 'id');
}

function isAccount(row: unknown): boolean {
  return (
    hasText(row, 'id') &&
    isRecord(row['balance']) &&
    hasText(row['eft'], 'status') &&
    Array.isArray(row['eft']['reasons']) &&
    Array.isArray(row['eft']['missing'])
  );
}

function isListOf(value: unknown, isItem: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(isItem);
}

function hasText<Key extends string>(
  value: unknown,
  key: Key,
): value is Readonly<Record<string, unknown>> & { readonly [Name in Key]: string } {
  return isRecord(value) && typeof value[key] === 'string';
}
