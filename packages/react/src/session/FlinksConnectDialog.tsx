'use client';

import type { ConnectSession } from '@flinks-kit/core';
import {
  type ComponentPropsWithoutRef,
  forwardRef,
  type SyntheticEvent,
  useEffect,
  useId,
  useImperativeHandle,
  useRef,
  useState,
} from 'react';
import { useConfirmation } from '../interaction/useConfirmation.ts';
import { dialogEn } from '../labels/session.en.ts';
import { useLabels } from '../provider/useLabels.ts';
import { ConnectProgress } from './ConnectProgress.tsx';
import { FlinksConnect, type FlinksConnectProps } from './FlinksConnect.tsx';

/**
 * The widget in a native modal `<dialog>`: it opens and closes with the session, focus moves in and back, and the page
 * behind it neither scrolls nor reacts. A question is asked before the user leaves in the middle. The close button is
 * always there, since keys pressed inside Flinks' frame never reach the page. Renders a `<dialog>`.
 *
 * Attributes: `data-flinks-dialog` (the session's status), `data-flinks-leave` (the question).
 *
 * @example
 * <button onClick={connect.open}>Connect your bank</button>
 * <FlinksConnectDialog connect={connect} />
 */
export const FlinksConnectDialog = forwardRef<HTMLDialogElement, FlinksConnectDialogProps>(
  function FlinksConnectDialog({ connect, frame, title, ...rest }, ref) {
    const labels = useLabels('session', dialogEn);
    const titleId = useId();
    const questionId = useId();
    const dialog = useRef<HTMLDialogElement | null>(null);
    const [attach] = useState(() => (element: HTMLDialogElement | null): void => {
      // Closed before it is removed: only then does a browser return the focus.
      if (!element && dialog.current) closeDialog(dialog.current);
      dialog.current = element;
    });
    const { isAsking, ask, dismiss, opener, harmless, onKeyDown } = useConfirmation();
    // A session that is being linked continues after the user closed the dialog.
    const [isHidden, setHidden] = useState(false);
    const { session } = connect;
    if (isHidden && session.status !== 'linking') setHidden(false);
    if (isAsking && !hasWorkToLose(session)) dismiss();
    const isOpen = isShown(session) && !isHidden;
    useImperativeHandle<HTMLDialogElement | null, HTMLDialogElement | null>(ref, () => dialog.current, []);

    useEffect(() => {
      if (dialog.current === null) return;
      if (isOpen) openDialog(dialog.current);
      else closeDialog(dialog.current);
    }, [isOpen]);

    function leave(): void {
      dismiss();
      if (canClose(session)) connect.close('closed');
      else if (session.status === 'linking') setHidden(true);
      else connect.reset();
    }

    function leaveOrAsk(event?: SyntheticEvent): void {
      if (!hasWorkToLose(session)) return leave();
      event?.preventDefault();
      ask();
    }

    function handleForcedClose(): void {
      // Without a click in between, browsers let a later Esc close the dialog whatever the page does. It may be open again by now.
      if (!dialog.current?.open && isOpen) leave();
    }

    return (
      <dialog
        aria-labelledby={titleId}
        {...rest}
        ref={attach}
        data-flinks-dialog={session.status}
        onCancel={(event) => {
          // A cancelled file input or dialog inside this one sends the same event.
          if (event.target === event.currentTarget) leaveOrAsk(event);
        }}
        onClose={(event) => {
          if (event.target === event.currentTarget) handleForcedClose();
        }}
      >
        <header data-flinks-dialog-header="">
          <h2 id={titleId}>{title ?? labels.dialogTitle}</h2>
          <button
            ref={opener}
            type="button"
            data-flinks-button="close"
            aria-label={labels.closeDialog}
            onClick={() => leaveOrAsk()}
          >
            <span aria-hidden="true">×</span>
          </button>
        </header>
        <ConnectProgress connect={connect} />
        {isAsking && hasWorkToLose(session) && (
          <div role="alertdialog" aria-labelledby={questionId} data-flinks-leave="">
            <p id={questionId}>{labels.leaveQuestion}</p>
            <button
              ref={harmless}
              type="button"
              data-flinks-button="stay"
              onClick={dismiss}
              onKeyDown={onKeyDown}
            >
              {labels.stay}
            </button>
            <button type="button" data-flinks-button="leave" onClick={leave} onKeyDown={onKeyDown}>
              {labels.leave}
            </button>
          </div>
        )}
        <FlinksConnect connect={connect} frame={frame} />
      </dialog>
    );
  },
);

/** Props of `FlinksConnectDialog`; the rest goes to its `<dialog>`. */
export interface FlinksConnectDialogProps
  extends
    Omit<ComponentPropsWithoutRef<'dialog'>, 'children' | 'open' | 'title' | 'onCancel' | 'onClose'>,
    Pick<FlinksConnectProps, 'connect' | 'frame'> {
  /** The dialog's heading; a label by default. */
  readonly title?: string | undefined;
}

/** Does the dialog have something to show? Not before a session, and not after an end that the app handles. */
function isShown({ status }: ConnectSession): boolean {
  return status !== 'idle' && status !== 'connected' && status !== 'exited';
}

/** Can closing end the session? Not while it is linked: the bank login exists already. */
function canClose({ status }: ConnectSession): boolean {
  return status === 'preparing' || status === 'loading' || status === 'active';
}

/** Has the user done something in the widget that leaving would lose? */
function hasWorkToLose(session: ConnectSession): boolean {
  return session.status === 'active' && session.stage !== null && session.stage !== 'consent';
}

// jsdom has the element without its methods; the attribute alone shows it there.
function openDialog(element: HTMLDialogElement): void {
  if (element.open) return;
  if (typeof element.showModal === 'function') element.showModal();
  else element.setAttribute('open', '');
}

function closeDialog(element: HTMLDialogElement): void {
  if (!element.open) return;
  if (typeof element.close === 'function') element.close();
  else element.removeAttribute('open');
}
