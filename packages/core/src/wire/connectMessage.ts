import type { FlinksCode } from './flinksCodes.ts';
import type { ConnectStep } from './steps.ts';

/**
 * One message of the widget, after parsing (docs/flinks/connect.md 1). Text is trimmed, an institution that came
 * as a number is its string, and nothing else was validated.
 */
export type ConnectMessage = StepMessage | ErrorMessage | RedirectMessage;

/** The user reached another step of the widget. */
export interface StepMessage {
  readonly kind: 'step';
  readonly step: ConnectStep;
  readonly institution?: string | undefined;
  /** The kinds of challenge on the MFA page. Flinks does not document the values. */
  readonly mfaTypes?: readonly string[] | undefined;
  readonly totalAccounts?: number | undefined;
  readonly displayedAccounts?: number | undefined;
  /** Of the institution selector (docs/flinks/connect.md 1.2). */
  readonly cached?: boolean | undefined;
  /** Flinks' ids of the chosen accounts, on `ACCOUNT_SELECTED`. */
  readonly accountIds?: readonly string[] | undefined;
  /** The fields of an unknown step, without ids and addresses. */
  readonly fields?: Readonly<Record<string, string | number | boolean>> | undefined;
}

/** Flinks reported a problem. The widget stays open and usually offers a retry: this is not an end. */
export interface ErrorMessage {
  readonly kind: 'error';
  readonly flinksCode: FlinksCode;
  readonly requestId?: string | undefined;
  readonly institution?: string | undefined;
}

/** The connection is complete. The only message that may carry a `LoginId`. */
export interface RedirectMessage {
  readonly kind: 'redirect';
  readonly loginId?: string | undefined;
  readonly requestId?: string | undefined;
  readonly institution?: string | undefined;
  /** Flinks' ids of the chosen accounts; empty when the selector was off or sent none here. */
  readonly accountIds: readonly string[];
  readonly tag?: string | undefined;
  readonly state?: string | undefined;
}

/**
 * A message as an app may read it: without any id of Flinks. No `LoginId` can leave through it, since it is made by
 * naming what stays.
 */
export type ConnectEvent =
  | Omit<StepMessage, 'accountIds'>
  | Omit<ErrorMessage, 'requestId'>
  | Pick<RedirectMessage, 'kind' | 'institution'>;

/** Takes the ids off a message. */
export function toConnectEvent(message: ConnectMessage): ConnectEvent {
  const { kind, institution } = message;
  if (kind === 'redirect') return { kind, institution };
  if (kind === 'error') return { kind, flinksCode: message.flinksCode, institution };
  const { accountIds: _, ...event } = message;
  return event;
}
