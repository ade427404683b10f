import type { ConnectSession } from '@flinks-kit/react';

/** A session's state in the kit's terms, on one line: `active · mfa · INVALID_SECURITY_RESPONSE`. */
export function describeSession(session: ConnectSession): string {
  return [session.status, ...details(session), ...flags(session)].filter(Boolean).join(' · ');
}

function details(session: ConnectSession): readonly (string | null | undefined)[] {
  switch (session.status) {
    case 'active':
      return [session.stage, session.lastError?.flinksCode, session.popupBlocked ? 'popup blocked' : null];
    case 'exited':
      return [session.reason];
    case 'failed':
      return [session.error.code];
    case 'idle':
    case 'preparing':
    case 'loading':
    case 'linking':
    case 'connected':
      return [];
  }
}

function flags(session: ConnectSession): readonly (string | null)[] {
  if (!('attempt' in session)) return [];
  const { attempt, slow, offline } = session;
  return [attempt > 1 ? `attempt ${attempt}` : null, slow && `slow: ${slow}`, offline ? 'offline' : null];
}
