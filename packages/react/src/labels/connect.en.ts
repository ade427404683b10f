import type { ConnectStage } from '@flinks-kit/core';
import { dialogEn } from './dialog.en.ts';
import { frameEn } from './frame.en.ts';
import { noticeEn } from './notice.en.ts';
import { progressEn } from './progress.en.ts';

/** The texts around the widget. */
export interface ConnectLabels {
  /** The frame's accessible name. */
  readonly frameTitle: string;
  readonly preparing: string;
  readonly loading: string;
  readonly linking: string;
  readonly slowFrame: string;
  readonly slowBank: string;
  readonly mfaExpiring: string;
  readonly offline: string;
  readonly popupBlocked: string;
  /** Why a session failed, by its code; `other` for codes this list doesn't know. */
  readonly failed: Readonly<Record<string, string>> & { readonly other: string };
  readonly connected: string;
  /** The bank, or Flinks, did not accept what was entered; the widget says what. */
  readonly refused: string;
  readonly retry: string;
  readonly cancel: string;
  readonly dismiss: string;
  readonly dialogTitle: string;
  readonly closeDialog: string;
  readonly leaveQuestion: string;
  readonly leave: string;
  readonly stay: string;
  readonly stages: Readonly<Record<ConnectStage, string>>;
}

/** English, from the lines that each part brings for itself. */
export const connectEn: ConnectLabels = { ...frameEn, ...noticeEn, ...progressEn, ...dialogEn };
