'use client';

import type { Connection, ConnectSession } from '@flinks-kit/core';
import {
  type ComponentPropsWithoutRef,
  type CSSProperties,
  forwardRef,
  useEffect,
  useId,
  useImperativeHandle,
  useRef,
  useState,
} from 'react';
import { useConfirmation } from '../interaction/useConfirmation.ts';
import { useLatest } from '../interaction/useLatest.ts';
import { dialogEn } from '../labels/session.en.ts';
import { useLabels } from '../provider/useLabels.ts';
import { ConnectProgress } from './ConnectProgress.tsx';
import { ConnectSuccess } from './ConnectSuccess.tsx';
import { FlinksConnect, type FlinksConnectProps } from './FlinksConnect.tsx';
import { useFrameHeight } from './useFrameHeight.ts';
import { checkResult } from '../development/diagnostics.ts';

declare const process: { readonly env: { readonly NODE_ENV?: string } };

/**
 * The whole of connecting a bank in one native modal `<dialog>`: a sheet that fills a phone, a card on a wider screen.
 * It shows the four steps, Flinks' widget, and at the end a success moment. It opens and closes with the session, focus
 * moves in and back, and the page behind it neither scrolls nor reacts. Its one exit is always there, since keys pressed
 * inside Flinks' frame never reach the page; a question is asked before the user leaves in the middle. Renders a
 * `<dialog>`.
 *
 * Attributes: `data-flinks-dialog` (the session's status), `data-flinks-dialog-header`, `data-flinks-dialog-body`,
 * `data-flinks-leave` (the question), `data-flinks-success`, `data-flinks-duplicates`.
 *
 * @example
 * <ConnectButton connect={connect} />
 * <FlinksConnectDialog connect={connect} onDone={({ id }) => navigate(`/banks/${id}`)} />
 */
export const FlinksConnectDialog = forwardRef<HTMLDialogElement, FlinksConnectDialogProps>(
  function FlinksConnectDialog(props, ref) {
    const { connect, frame, title, showSuccess = true, onDone, style, ...rest } = props;
    if (process.env.NODE_ENV !== 'production') checkResult('connect', connect, 'session', 'useFlinksConnect');
    const labels = useLabels('session', dialogEn);
    const titleId = useId();
    const questionId = useId();
    const dialog = useRef<HTMLDialogElement | null>(null);
    const body = useRef<HTMLDivElement>(null);
    const [attach] = useState(() => (element: HTMLDialogElement | null): void => {
      // Closed before it is removed: only then does a browser return the focus.
      if (!element && dialog.current) closeDialog(dialog.current);
      dialog.current = element;
    });
    const closeButton = useRef<HTMLButtonElement>(null);
    const { isAsking, ask, dismiss, harmless } = useConfirmation(closeButton);
    const { session } = connect;
    const [shown, setShown] = useState<View>('closed');
    const view = getView(shown, session.status, showSuccess);
    if (view !== shown) setShown(view);
    const canLose = hasWorkToLose(session);
    if (isAsking && !canLose) dismiss();
    const isOpen = view === 'session' || view === 'success';
    const height = useFrameHeight(body, isOpen);
    useImperativeHandle<HTMLDialogElement | null, HTMLDialogElement | null>(ref, () => dialog.current, []);

    useEffect(() => {
      if (dialog.current === null) return;
      if (isOpen) openDialog(dialog.current);
      else closeDialog(dialog.current);
    }, [isOpen]);

    // A frame that had the focus is gone: the focus moves to what takes its place.
    useEffect(() => {
      if (document.activeElement !== document.body || !dialog.current?.open) return;
      body.current?.querySelector<HTMLElement>('[data-flinks-connect]')?.focus();
    }, [session.status]);

    // Not by `onCancel` alone: without a click in between, browsers let a later Escape close the dialog whatever the page does.
    const handleKey = useLatest((event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      event.preventDefault();
      leaveOrAsk();
    });
    useEffect(() => {
      if (!isOpen) return undefined;
      const listen = (event: KeyboardEvent): void => handleKey.current(event);
      document.addEventListener('keydown', listen);
      return () => document.removeEventListener('keydown', listen);
    }, [isOpen, handleKey]);

    // Behind the question nothing can be reached, the frame included.
    useEffect(() => {
      body.current?.toggleAttribute('inert', isAsking);
    }, [isAsking]);

    function leave(): void {
      dismiss();
      if (session.status === 'connected') {
        setShown('closed');
        onDone?.(session.connection);
      } else if (session.status === 'linking') setShown('hidden');
      else if (canClose(session)) connect.close('closed');
      else connect.reset();
    }

    function leaveOrAsk(): void {
      if (canLose) ask();
      else leave();
    }

    function handleForcedClose(): void {
      // It may be open again by now.
      if (dialog.current === null || dialog.current.open || !isOpen) return;
      if (canLose) openDialog(dialog.current);
      leaveOrAsk();
    }

    return (
      <dialog
        aria-labelledby={titleId}
        {...rest}
        ref={attach}
        style={getSize(height, style)}
        data-flinks-dialog={session.status}
        onCancel={(event) => {
          // A cancelled file input or dialog inside this one sends the same event.
          if (event.target !== event.currentTarget) return;
          event.preventDefault();
          leaveOrAsk();
        }}
        onClose={(event) => {
          if (event.target === event.currentTarget) handleForcedClose();
        }}
      >
        {view !== 'success' && (
          <header data-flinks-dialog-header="">
            <h2 id={titleId}>{title ?? labels.dialogTitle}</h2>
            <button
              ref={closeButton}
              type="button"
              data-flinks-button="close"
              aria-label={labels.closeDialog}
              onClick={leaveOrAsk}
            >
              <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false">
                <path d="m4 4 8 8m0-8-8 8" />
              </svg>
            </button>
          </header>
        )}
        <ConnectProgress connect={connect} />
        <div ref={body} data-flinks-dialog-body="">
          {view === 'success' && session.status === 'connected' ? (
            <ConnectSuccess connection={session.connection} titleId={titleId} onDone={leave} />
          ) : (
            <FlinksConnect connect={connect} frame={frame} showCancel={false} />
          )}
        </div>
        {isAsking && canLose && (
          <div role="alertdialog" aria-modal="true" aria-labelledby={questionId} data-flinks-leave="">
            <p id={questionId}>{labels.leaveQuestion}</p>
            <div data-flinks-buttons="">
              <button type="button" data-flinks-button="leave" onClick={leave}>
                {labels.leave}
              </button>
              <button ref={harmless} type="button" data-flinks-button="stay" onClick={dismiss}>
                {labels.stay}
              </button>
            </div>
          </div>
        )}
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
  /** The success moment at the end; on by default. Switched off, the dialog closes when the bank is connected. */
  readonly showSuccess?: boolean | undefined;
  /** The user has seen the success moment. `onConnected` of the hook is called before it. */
  readonly onDone?: ((connection: Connection) => void) | undefined;
}

/** `hidden`: the user closed the dialog while the login was being stored, which continues. */
type View = 'closed' | 'session' | 'hidden' | 'success';

function getView(view: View, status: ConnectSession['status'], showSuccess: boolean): View {
  switch (status) {
    case 'idle':
    case 'exited':
      return 'closed';
    case 'connected':
      // Only at the end of a session that was followed here: not behind a user who left, nor when it is mounted later.
      return view === 'success' || (view === 'session' && showSuccess) ? 'success' : 'closed';
    case 'linking':
      return view === 'hidden' ? view : 'session';
    case 'preparing':
    case 'loading':
    case 'active':
    case 'failed':
      return 'session';
  }
}

function getSize(height: number | null, style: CSSProperties | undefined): CSSProperties | undefined {
  if (height === null) return style;
  const size: CSSProperties & Record<'--flinks-frame-height', string> = {
    '--flinks-frame-height': `${height}px`,
    ...style,
  };
  return size;
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
