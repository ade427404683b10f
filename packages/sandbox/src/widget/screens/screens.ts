import type { ScreenName } from './protocol.ts';
import type { ScreenRules } from './context.ts';
import { accounts } from './accounts.ts';
import { bankWindow } from './bankWindow.ts';
import { consent } from './consent.ts';
import { credentials } from './credentials.ts';
import { ended, result, tokenInvalid } from './ends.ts';
import { help, troubleshooting } from './help.ts';
import { institution } from './institution.ts';
import { mfa } from './mfa.ts';
import { problem } from './problem.ts';
import { questions } from './questions.ts';
import { upload } from './upload.ts';
import { verifying } from './verifying.ts';

/** The rules of every screen. */
export const screens: Readonly<Record<ScreenName, ScreenRules>> = {
  consent,
  institution,
  credentials,
  verifying,
  mfa,
  help,
  troubleshooting,
  questions,
  'bank-window': bankWindow,
  upload,
  accounts,
  problem,
  result,
  ended,
  'token-invalid': tokenInvalid,
};
