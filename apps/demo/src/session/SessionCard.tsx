import { getConnectNotice } from '@flinks-kit/react';
import { type ReactElement, useEffect, useRef } from 'react';
import { usePreferences } from '../preferences/Preferences.tsx';
import { navigate } from '../routing/useRoute.ts';
import { isOpen } from './isOpen.ts';
import { useBankConnect } from './BankConnect.tsx';
import { getSessionText } from './getSessionText.ts';

/** The session's state in words, with its one action. */
export function SessionCard(): ReactElement {
  const { text } = usePreferences();
  const { connect, interrupted, begin } = useBankConnect();
  const { status } = connect.session;
  const { title, body, action } = getSessionText(connect.session, interrupted, text.connect);
  const actions = {
    start: { label: text.connect.start, run: () => begin() },
    again: { label: text.connect.again, run: () => begin() },
    cancel: { label: text.connect.cancel, run: () => connect.close() },
    home: { label: text.connect.home, run: () => navigate('/') },
    accounts: { label: text.connect.accounts, run: () => navigate('/accounts', { replace: true }) },
  };
  // Where the kit's own notice offers a button, a second one would compete with it.
  const isKitAction = isOpen(connect.session) && getConnectNotice(connect.session).action !== null;
  const button = useRef<HTMLButtonElement>(null);

  // The removed iframe had the focus: move it to the next action.
  const ended = status === 'exited' || status === 'failed';
  useEffect(() => {
    if (ended) button.current?.focus();
  }, [ended]);

  return (
    <section className="session" data-status={status}>
      <div role="status">
        <p className="session-title">{title}</p>
        <p className="session-body">{body}</p>
      </div>
      {!isKitAction && (
        <button
          ref={button}
          type="button"
          className={action === 'cancel' ? 'button button-quiet' : 'button'}
          onClick={actions[action].run}
        >
          {actions[action].label}
        </button>
      )}
    </section>
  );
}
