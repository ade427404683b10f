'use client';

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
import { dialogEn } from '../labels/session.en.ts';
import { useLabels } from '../provider/useLabels.ts';
import { ConnectProgress } from './ConnectProgress.tsx';
import { FlinksConnect, type FlinksConnectProps } from './FlinksConnect.tsx';
import { LeaveQuestion } from './LeaveQuestion.tsx';
import { canClose, hasWorkToLose, isShown } from './dialogRules.ts';

/**
 * The widget in a native modal `<dialog>`: it opens and closes with the session, focus goes in and comes back, the
 * page behind neither scrolls nor answers. Leaving in the middle is asked about first. The close button is always
 * there, since keys pressed inside Flinks' frame never reach the page. Renders a `<dialog>`.
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
    const dialog = useRef<HTMLDialogElement | null>(null);
    const [attach] = useState(() => (element: HTMLDialogElement | null): void => {
      // Closed before it is taken away: a browser gives the focus back then, and only then.
      if (!element && dialog.current?.open) dialog.current.close();
      dialog.current = element;
    });
    const closer = useRef<HTMLButtonElement>(null);
    const [isAsking, setAsking] = useState(false);
    // A session that is being linked goes on behind a dialog that was put away.
    const [isPutAway, setPutAway] = useState(false);
    const { session } = connect;
    if (isPutAway && session.status !== 'linking') setPutAway(false);
    const isOpen = isShown(session) && !isPutAway;
    useImperativeHandle<HTMLDialogElement | null, HTMLDialogElement | null>(ref, () => dialog.current, []);

    useEffect(() => {
      const element = dialog.current;
      if (isOpen && !element?.open) element?.showModal();
      if (!isOpen && element?.open) element.close();
    }, [isOpen]);

    function leave(): void {
      setAsking(false);
      if (canClose(session)) connect.close('closed');
      else if (session.status === 'linking') setPutAway(true);
      else connect.reset();
    }

    function leaveOrAsk(event?: SyntheticEvent): void {
      if (!hasWorkToLose(session)) return leave();
      event?.preventDefault();
      setAsking(true);
    }

    function obeyForcedClose(): void {
      // Browsers let a second Esc through whatever the page says. A dialog that is open again is another matter.
      if (!dialog.current?.open && isOpen) leave();
    }

    return (
      <dialog
        aria-labelledby={titleId}
        {...rest}
        ref={attach}
        data-flinks-dialog={session.status}
        onCancel={(event) => {
          // A cancelled file input or dialog inside is not this one's.
          if (event.target === event.currentTarget) leaveOrAsk(event);
        }}
        onClose={(event) => {
          if (event.target === event.currentTarget) obeyForcedClose();
        }}
      >
        <header data-flinks-dialog-header="">
          <h2 id={titleId}>{title ?? labels.dialogTitle}</h2>
          <button
            ref={closer}
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
          <LeaveQuestion
            labels={labels}
            onLeave={leave}
            onStay={() => {
              setAsking(false);
              closer.current?.focus();
            }}
          />
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
