import type { ConnectedAccount, ConnectionHealth } from '@flinks-kit/core';
import { fakeAccount } from './builders.ts';

const capital = { institution: 'FlinksCapital' };
const submits = [{ step: 'SUBMIT_CREDENTIAL', ...capital }];
const picksAccounts = [{ step: 'COMPONENT_LOAD_ACCOUNT_SELECTION' }, { step: 'ACCOUNT_SELECTED' }];
const redirect = { step: 'REDIRECT', loginId: '00000000-0000-4000-8000-000000000001', ...capital };
const rejectedToken = { step: 'TOKEN_INVALID' };
// What the sandbox's people have is described by their names; the facts that matter to a page are these.
const noEft = { eftEligibleRatio: 0, transitNumber: null, institutionNumber: null };

/**
 * What Flinks and its user do in each scenario of the sandbox, by its name there: the messages of the widget
 * (docs/flinks/connect.md 4), the accounts behind the login, and how its connection then fares.
 */
export const fakeScenarios = {
  everyday: connects(signsIn()),
  mfa: connects(signsIn(), asks('QuestionAndAnswer')),
  'wrong-password-then-right': connects(
    signsIn(),
    refuses('INVALID_LOGIN', 'COMPONENT_LOAD_CREDENTIAL_RETRY'),
    submits,
  ),
  'wrong-answer-then-right': connects(
    signsIn(),
    asks('QuestionAndAnswer'),
    refuses('INVALID_SECURITY_RESPONSE', 'COMPONENT_LOAD_MFA_RETRY'),
    [{ step: 'SUBMIT_MFA' }],
  ),
  'slow-bank': { ...connects(signsIn()), isSlow: true },
  'token-used': { ...connects(signsIn()), messages: [rejectedToken, ...connects(signsIn()).messages] },
  'token-expired': { accounts: [], messages: [rejectedToken, rejectedToken] },
  'credit-only': {
    messages: choosesNothing(),
    accounts: [
      fakeAccount({ id: 'card', title: 'Sample Card', category: 'Credits', type: 'CreditCard', ...noEft }),
      fakeAccount({ id: 'loan', title: 'Sample Loan', category: 'Products', type: 'Loan', ...noEft }),
    ],
  },
  'no-accounts': { messages: choosesNothing(), accounts: [] },
  'consent-denied': {
    accounts: [],
    messages: [...consents().slice(0, 2), { step: 'COMPONENT_DENY_CONSENT' }],
  },
  'user-closes': {
    accounts: [],
    messages: [...opensForm(), { step: 'COMPONENT_CLOSE_SESSION', ...capital }],
  },
  'maximum-retries': {
    accounts: [],
    messages: [
      ...signsIn(),
      ...refuses('INVALID_LOGIN', 'COMPONENT_LOAD_CREDENTIAL_RETRY'),
      ...submits,
      ...refuses('INVALID_LOGIN'),
      { step: 'MAXIMUM_RETRY_REACHED' },
    ],
  },
  'one-time-code': connects(signsIn(), asks('MultipleChoice'), asks('OneTimeVerification')),
  'every-question': connects(
    signsIn(),
    asks(
      ...['QuestionAndAnswer', 'OneTimeVerification', 'MultipleChoice', 'Date', 'ImageSelection', 'Unknown'],
    ),
  ),
  'every-account': {
    ...connects(signsIn()),
    accounts: [
      ...usualAccounts(),
      fakeAccount({ id: 'card', title: 'Sample Card', category: 'Credits', type: 'CreditCard', ...noEft }),
      fakeAccount({
        id: 'savings-plan',
        title: 'Sample RRSP',
        category: 'Products',
        type: 'RRSP',
        ...noEft,
      }),
      fakeAccount({ id: 'loan', title: 'Sample Loan', category: 'Products', type: 'Loan', ...noEft }),
    ],
  },
  'asks-cached': {
    ...connects(signsIn(), asks('QuestionAndAnswer')),
    health: { status: 'needs-user', flinksCode: null },
  },
  help: connects(signsIn(), [
    { step: 'COMPONENT_LOAD_MFA', mfaTypes: ['QuestionAndAnswer'] },
    { step: 'COMPONENT_HELP2FA_INFO' },
    { step: 'COMPONENT_HELP2FA_TROUBLESHOOTING' },
    { step: 'COMPONENT_HELP2FA_INFO' },
    { step: 'SUBMIT_MFA' },
  ]),
  'bank-window': connects(choosesBank('RideauTrust'), [{ step: 'POPUP_OPENED' }]),
  upload: connects(consents()),

  'invalid-username': stopsAt('INVALID_USERNAME'),
  'invalid-password': stopsAt('INVALID_PASSWORD'),
  'invalid-login': stopsAt('INVALID_LOGIN'),
  'invalid-security-response': {
    accounts: [],
    messages: [...signsIn(), ...asks('QuestionAndAnswer'), ...refuses('INVALID_SECURITY_RESPONSE')],
  },
  'retry-later': stopsAt('RETRY_LATER'),
  unauthorized: stopsAt('UNAUTHORIZED'),
  'new-account': stopsAt('NEW_ACCOUNT'),
  'aggregation-error': stopsAt('AGGREGATION_ERROR'),
  'disabled-institution': {
    accounts: [],
    messages: [
      ...choosesBank('BanqueBelleRive'),
      { flinksCode: 'DISABLED_INSTITUTION', institution: 'BanqueBelleRive' },
    ],
  },
  'disabled-login': stopsAt('DISABLED_LOGIN'),
} satisfies Record<string, FakeScenario>;

/** What a scenario consists of. */
export interface FakeScenario {
  /** What the widget sends, to its end or to the screen at which it waits for the user. */
  readonly messages: readonly object[];
  /** The accounts of the connection that it makes. */
  readonly accounts: readonly ConnectedAccount[];
  /** The health of that connection; a healthy one unless given. */
  readonly health?: ConnectionHealth;
  /** Whether Flinks takes its time for the accounts: `pending`, then `partial`, then `ready`. */
  readonly isSlow?: boolean;
}

/** The name of a scenario; the sandbox plays the same ones. */
export type FakeScenarioName = keyof typeof fakeScenarios;

function consents(): readonly object[] {
  return [
    { step: 'APP_MOUNTED' },
    { step: 'COMPONENT_LOAD_CONSENT' },
    { step: 'COMPONENT_ACCEPT_CONSENT' },
    { step: 'COMPONENT_LOAD_INSTITUTION_SELECTOR', cached: false },
  ];
}

function choosesBank(institution: string): readonly object[] {
  return [...consents(), { step: 'INSTITUTION_SELECTED', institution }];
}

function opensForm(): readonly object[] {
  return [...choosesBank(capital.institution), { step: 'COMPONENT_LOAD_CREDENTIAL', ...capital }];
}

function signsIn(): readonly object[] {
  return [...opensForm(), ...submits];
}

function asks(...mfaTypes: readonly string[]): readonly object[] {
  return [{ step: 'COMPONENT_LOAD_MFA', mfaTypes }, { step: 'SUBMIT_MFA' }];
}

function refuses(flinksCode: string, ...form: readonly string[]): readonly object[] {
  return [{ flinksCode, ...capital }, ...form.map((step) => ({ step }))];
}

function connects(...steps: readonly (readonly object[])[]): FakeScenario {
  return { messages: [...steps.flat(), ...picksAccounts, redirect], accounts: usualAccounts() };
}

/** The selector has no account that the app could use. */
function choosesNothing(): readonly object[] {
  return [...signsIn(), { step: 'COMPONENT_LOAD_ACCOUNT_SELECTION' }, redirect];
}

/** The widget handles the code itself: it shows it and waits, and the session goes on. */
function stopsAt(flinksCode: string): FakeScenario {
  return { messages: [...signsIn(), ...refuses(flinksCode)], accounts: [] };
}

function usualAccounts(): readonly ConnectedAccount[] {
  return [
    fakeAccount({ title: 'Sample Chequing' }),
    fakeAccount({ id: 'account-2', title: 'Sample Savings', type: 'Savings', accountNumber: '9990002' }),
  ];
}
