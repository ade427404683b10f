import type { FlinksServerOptions } from '@flinks-kit/server';

/** Who did what, for a security review, and the events that an app acts on. Neither contains data of a bank. */
export function trail(
  write: (line: string) => void,
): Pick<FlinksServerOptions, 'onAudit' | 'onEvent' | 'onWarning'> {
  return {
    onAudit: ({ at, userId, action, connectionId }) =>
      write(`${at} ${userId} ${action} ${connectionId ?? ''}`),
    onEvent(event) {
      if (event.type === 'needs-user') write(`ask ${event.userId} to sign in: ${event.flinksCode}`);
      if (event.type === 'session-reported') write(`session ended: ${event.report.end ?? 'left'}`);
    },
    onWarning: (sentence) => write(sentence),
  };
}
