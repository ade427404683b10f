/**
 * The messages of the widget on each journey, up to the moment before its end (docs/flinks/connect.md 4). Names and payloads
 * are Flinks'; the bank is the test institution.
 */
export const fakeJourneys = {
  /** Consent, a bank, credentials, accounts. */
  everyday: [...toCredentials(), ...toAccounts()],
  /** The same with a security question. */
  mfa: [
    ...toCredentials(),
    { step: 'COMPONENT_LOAD_MFA', mfaTypes: ['QuestionAndAnswer'] },
    { step: 'SUBMIT_MFA' },
    ...toAccounts(),
  ],
  /** A wrong password, then the right one. */
  'wrong-password-then-right': [
    ...toCredentials(),
    { flinksCode: 'INVALID_PASSWORD', institution: 'FlinksCapital' },
    { step: 'COMPONENT_LOAD_CREDENTIAL_RETRY' },
    { step: 'SUBMIT_CREDENTIAL', institution: 'FlinksCapital' },
    ...toAccounts(),
  ],
  /** A bank that takes over in a window of its own. */
  'bank-window': [
    { step: 'APP_MOUNTED' },
    { step: 'COMPONENT_LOAD_INSTITUTION_SELECTOR' },
    { step: 'INSTITUTION_SELECTED', institution: 'FlinksCapital' },
    { step: 'POPUP_OPENED' },
  ],
} as const satisfies Record<string, readonly object[]>;

/** A journey by its name. */
export type FakeJourney = keyof typeof fakeJourneys;

function toCredentials(): readonly object[] {
  return [
    { step: 'APP_MOUNTED' },
    { step: 'COMPONENT_LOAD_CONSENT' },
    { step: 'COMPONENT_ACCEPT_CONSENT' },
    { step: 'COMPONENT_LOAD_INSTITUTION_SELECTOR' },
    { step: 'INSTITUTION_SELECTED', institution: 'FlinksCapital' },
    { step: 'COMPONENT_LOAD_CREDENTIAL', institution: 'FlinksCapital' },
    { step: 'SUBMIT_CREDENTIAL', institution: 'FlinksCapital' },
  ];
}

function toAccounts(): readonly object[] {
  return [{ step: 'COMPONENT_LOAD_ACCOUNT_SELECTION' }, { step: 'ACCOUNT_SELECTED' }];
}
