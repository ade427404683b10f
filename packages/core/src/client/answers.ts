import type { AccountsSnapshot } from '../accounts/eft/connectedAccount.ts';
import type { Connection } from '../connections/connection.ts';
import type { Institution } from '../connections/institution.ts';
import { isRecord } from '../internal/isRecord.ts';
import type { OpenedSession, SessionStatus } from '../session/connectClient.ts';
import type { DeletionOutcome, RefreshOutcome } from './flinksClient.ts';
import type { ProblemDetails } from './flinksRoutes.ts';

/*
 * What each route returns, checked as far as the kit reads it: `null`, a login page or another program's JSON is an error
 * of the call and never a crash in a component. Newer fields and values pass.
 */

/** Is this what a route returns? */
export type Check<Value = unknown> = (value: unknown) => value is Value;

/** An object whose fields pass their checks. */
function fields<Value>(checks: Readonly<Record<string, Check>>): Check<Value> {
  return (value): value is Value =>
    isRecord(value) && Object.entries(checks).every(([name, isRight]) => isRight(value[name]));
}

function listOf<Item>(isItem: Check<Item>): Check<readonly Item[]> {
  return (value): value is readonly Item[] => Array.isArray(value) && value.every(isItem);
}

function orNull<Value>(isRight: Check<Value>): Check<Value | null> {
  return (value): value is Value | null => value === null || isRight(value);
}

export const isText = (value: unknown): value is string => typeof value === 'string';
const isTextOrNull = orNull(isText);
const isAmount = orNull((value): value is number => typeof value === 'number');
/** Of fields that older servers do not have. */
const isNewText = (value: unknown): value is unknown => isTextOrNull(value ?? null);
const isNewFlag = (value: unknown): value is unknown => typeof (value ?? true) === 'boolean';

const listed = { id: isText, title: isTextOrNull, mask: isTextOrNull, category: isText };

// Whatever stands in its `flinksCode`, which must not hide the code of the refusal.
export const isProblem = fields<Omit<ProblemDetails, 'flinksCode'> & { readonly flinksCode?: unknown }>({
  code: isText,
  detail: isText,
});

export const isConnection = fields<Connection>({
  id: isText,
  institution: isTextOrNull,
  institutionName: isNewText,
  createdAt: isText,
  lastRefreshAt: isTextOrNull,
  accounts: orNull(listOf(fields(listed))),
  hasMissingAccounts: isNewFlag,
  duplicates: listOf(fields({ connectionId: isText, accountIds: listOf(isText), certainty: isText })),
  health: fields({ status: isText, flinksCode: isTextOrNull }),
});

export const isConnections = listOf(isConnection);

export const isAccountsSnapshot = fields<AccountsSnapshot>({
  status: isText,
  asOf: isTextOrNull,
  givesUpAt: isNewText,
  accounts: listOf(
    fields({
      ...listed,
      type: isTextOrNull,
      currency: isTextOrNull,
      institution: isNewText,
      institutionName: isNewText,
      balance: fields({ available: isAmount, current: isAmount, limit: isAmount }),
      eft: fields({ status: isText, reasons: listOf(isText), missing: listOf(isText) }),
    }),
  ),
});

export const isInstitutions = listOf(fields<Institution>({ id: isText, name: isText }));

export const isOpenedSession = fields<OpenedSession>({ connectUrl: isText });

const hasStatus = fields<{ readonly status: string }>({ status: isText });

export const isDeletionOutcome: Check<DeletionOutcome> = fields({ status: isText });

export const isRefreshOutcome = fields<RefreshOutcome>({ status: isText, connection: isConnection });

// Connected, a session has a connection beside its status, as the outcome of a refresh has.
export const isSessionStatus = (body: unknown): body is SessionStatus =>
  isRefreshOutcome(body) || (hasStatus(body) && body.status !== 'connected');
