import type { JournalEntry } from '../state/journal.ts';

/**
 * One line of the log: `18:04:31  POST GetAccountsDetail  202 OPERATION_PENDING`, or the messages of the widget:
 * `18:04:29  widget  SUBMIT_CREDENTIAL, COMPONENT_LOAD_MFA`.
 */
export function formatEntry({
  at,
  method,
  endpoint,
  path,
  status,
  flinksCode,
  messages,
}: JournalEntry): string {
  const time = at.slice(11, 19);
  if (endpoint === null && status === 200 && path.startsWith('/sandbox/')) {
    return `${time}  widget  ${messages.length > 0 ? messages.join(', ') : '(posts nothing)'}`;
  }
  const outcome = flinksCode === null ? String(status) : `${status} ${flinksCode}`;
  return `${time}  ${method} ${endpoint ?? path}  ${outcome}`;
}
