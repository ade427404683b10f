import type { ConnectMessage, ErrorMessage, RedirectMessage, StepMessage } from './connectMessage.ts';

/**
 * What an app may know of a message: the same, without any id of Flinks. No `LoginId` can leave through it, since
 * it is made by naming what stays.
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
