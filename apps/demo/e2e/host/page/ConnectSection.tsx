import { FlinksConnect, FlinksConnectDialog, useFlinksConnect } from '@flinks-kit/react';
import { type ReactElement, useEffect, useRef } from 'react';

/** One hook, its buttons, and the widget in the page or in a dialog. */
export function Backend({ params, connectionIds, onEnd }: BankProps): ReactElement {
  const frame = Number(params.get('frame') ?? 60_000);
  const connect = useFlinksConnect({
    watchdogs: { frame, frameSlow: frame / 2, mount: 500 },
    onConnected: (connection, { end }) => onEnd(`${end} ${connection.id}`),
    onExited: (reason) => onEnd(reason),
    onFailed: ({ code, retry }) => onEnd(`${code}${retry ? ', may be tried again' : ''}`),
  });
  const { session } = connect;
  const as = params.get('as');
  const around = useRef<HTMLDialogElement>(null);
  useEffect(() => around.current?.showModal(), []);

  const content = (
    <section aria-label="Backend">
      <button type="button" onClick={connect.open}>
        Connect
      </button>
      {connectionIds.map((connectionId) => (
        <button key={connectionId} type="button" onClick={() => connect.open({ connectionId })}>
          Reconnect
        </button>
      ))}
      <button type="button" onClick={connect.close}>
        Cancel here
      </button>
      <output aria-label="Session">{session.status === 'active' ? session.stage : session.status}</output>
      {as?.startsWith('dialog') === true && <FlinksConnectDialog connect={connect} />}
      {as === null && <FlinksConnect connect={connect} />}
    </section>
  );
  if (as !== 'dialog-in-dialog') return content;
  return (
    <dialog ref={around} aria-label="An app’s own dialog">
      {content}
    </dialog>
  );
}

interface BankProps {
  readonly params: URLSearchParams;
  readonly connectionIds: readonly string[];
  readonly onEnd: (end: string) => void;
}
