import { ConnectButton } from '@flinks-kit/react';
import { type ReactElement, useEffect, useRef } from 'react';
import { usePreferences } from '../preferences/Preferences.tsx';
import { navigate } from '../routing/useRoute.ts';
import { useBankConnect } from './BankConnect.tsx';
import { getSessionText } from './getSessionText.ts';

/** How the last attempt to connect a bank ended, or the invitation to start one. */
export function SessionCard(): ReactElement {
  const { text } = usePreferences();
  const { connect, interrupted, begin } = useBankConnect();
  const { session } = connect;
  const [title, body] = getSessionText(session, interrupted, text.connect);
  const hasEnded = session.status === 'exited';
  const isDone = session.status === 'linking' || session.status === 'connected';
  const again = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    if (hasEnded) again.current?.focus();
  }, [hasEnded]);

  return (
    <section className="session stack">
      <div role="status">
        <p className="session-title">{title}</p>
        <p className="session-body">{body}</p>
      </div>
      {isDone ? (
        <button type="button" className="button" onClick={() => navigate('/accounts', { replace: true })}>
          {text.connect.accounts}
        </button>
      ) : (
        <ConnectButton ref={again} connect={{ session, open: begin }}>
          {hasEnded || interrupted ? text.connect.again : text.connect.start}
        </ConnectButton>
      )}
    </section>
  );
}
