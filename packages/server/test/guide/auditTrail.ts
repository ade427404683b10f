import type { FlinksServerOptions } from '@flinks-kit/server';

/** Who did what, for a security review, and what an app may want to hear. Neither holds data of anybody's bank. */
export function trail(
  write: (line: string) => void,
): Pick<FlinksServerOptions, 'onAudit' | 'onEvent' | 'onWarning'> {
  return {
    onAudit: ({ at, userId, action, connectionId }) =>
      write(`${at} ${userId} ${action} ${connectionId ?? ''}`),
    onEvent(event) {
      if (event.type === 'needs-user') write(`tell ${event.userId} to come back: ${event.flinksCode}`);
      if (event.type === 'session-reported') write(`session ended: ${event.report.end ?? 'left'}`);
    },
    onWarning: (sentence) => write(sentence),
  };
}
