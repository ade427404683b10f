import { handledCodes } from './handledCodes.ts';
import { type Scenario, scenario, type ScriptedAction } from '../state/scenario.ts';

const wrongPassword: ScriptedAction = { values: { password: 'Yesterday' } };

/** Every scenario that a sandbox plays by name. */
export const scenarios: readonly Scenario[] = [
  scenario({
    name: 'everyday',
    summary: 'A login without questions, all nine accounts.',
    reproduce: 'Sign in as greatday_nomfa / Everyday, here and at Flinks.',
  }),
  scenario({
    name: 'mfa',
    summary: 'The bank asks a question before it opens.',
    reproduce: 'Sign in as Greatday / Everyday, here and at Flinks, and answer.',
    username: 'Greatday',
  }),
  scenario({
    name: 'wrong-password-then-right',
    summary: 'A wrong password, the retry, then the right one.',
    reproduce: 'Sign in as greatday_nomfa with another password, press the retry button, then use Everyday.',
    script: { credentials: [wrongPassword] },
  }),
  scenario({
    name: 'wrong-answer-then-right',
    summary: 'A wrong answer to the question of the bank, the retry, then the right one.',
    reproduce: 'Sign in as Greatday / Everyday and answer wrongly first.',
    username: 'Greatday',
    script: { mfa: [{ values: { answer0: 'Atlantis' } }] },
  }),
  scenario({
    name: 'slow-bank',
    summary: 'A bank that takes eight seconds for a login, and six answers of 202 for the data.',
    reproduce: 'Sign in as sandbox_slow_bank / Everyday; at Flinks test_pending comes nearest.',
    username: 'sandbox_slow_bank',
    bankMs: 8000,
  }),
  scenario({
    name: 'token-used',
    summary: 'The token of the first frame was used before: one restart repairs it.',
    reproduce: 'Load the same connectUrl twice.',
    token: 'used-once',
  }),
  scenario({
    name: 'token-expired',
    summary: 'Every token is too old when the frame loads.',
    reproduce: 'Leave a connectUrl unused for thirty minutes.',
    token: 'expired',
  }),
  scenario({
    name: 'credit-only',
    summary: 'A user with cards and loans only: nothing that EFT can use.',
    reproduce: 'Sign in as sandbox_credit_only / Everyday.',
    username: 'sandbox_credit_only',
  }),
  scenario({
    name: 'no-accounts',
    summary: 'A good login at a bank that shows no account.',
    reproduce: 'Sign in as sandbox_no_accounts / Everyday.',
    username: 'sandbox_no_accounts',
  }),
  scenario({
    name: 'consent-denied',
    summary: 'The user refuses consent.',
    reproduce: 'Press the refusing button on the consent page.',
    script: { consent: [{ action: 'deny' }] },
  }),
  scenario({
    name: 'user-closes',
    summary: 'The user closes the widget at the login form; needs closeEnable=true.',
    reproduce: 'Press the X of the widget.',
    script: { credentials: [{ action: 'close' }] },
  }),
  scenario({
    name: 'maximum-retries',
    summary: 'Wrong passwords until the widget gives up; needs maximumRetry.',
    reproduce: 'Add maximumRetry=1 to the address and sign in with a wrong password twice.',
    script: { credentials: [wrongPassword, wrongPassword, wrongPassword, wrongPassword] },
  }),
  scenario({
    name: 'one-time-code',
    summary: 'The bank asks how to send a code, then for the code.',
    reproduce: 'Sign in as sandbox_one_time_code / Everyday.',
    username: 'sandbox_one_time_code',
  }),
  scenario({
    name: 'every-question',
    summary: 'One question of each kind on one page.',
    reproduce: 'Sign in as sandbox_every_question / Everyday.',
    username: 'sandbox_every_question',
  }),
  scenario({
    name: 'every-account',
    summary: 'An account of each category and type, and the odd ones that banks really have.',
    reproduce: 'Sign in as sandbox_every_account / Everyday.',
    username: 'sandbox_every_account',
  }),
  scenario({
    name: 'asks-cached',
    summary: 'A saved login whose cached Authorize asks a question again.',
    reproduce: 'Sign in as sandbox_asks_cached / Everyday, then call Authorize with MostRecentCached.',
    username: 'sandbox_asks_cached',
  }),
  scenario({
    name: 'help',
    summary: 'The user reads the help on questions, and its tips, before answering.',
    reproduce: 'Sign in as Greatday / Everyday and press "Need help?".',
    username: 'Greatday',
    script: {
      mfa: [{ action: 'help' }],
      help: [{ action: 'tips' }],
    },
  }),
  scenario({
    name: 'bank-window',
    summary: 'An OAuth bank that opens a window of its own; only a user can continue there.',
    reproduce: 'Choose Rideau Trust.',
    script: { institution: [{ values: { choice: 'SandboxOAuthBank' } }] },
  }),
  scenario({
    name: 'upload',
    summary: 'Statements in place of a login.',
    reproduce: 'Press "My institution is not listed".',
    script: { institution: [{ action: 'not-listed' }] },
  }),
  ...handledCodes,
];
