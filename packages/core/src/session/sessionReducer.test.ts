import { expect, test } from 'vitest';
import { parseConnectMessage } from '../wire/parseConnectMessage.ts';
import { toConnectEvent } from '../wire/connectMessage.ts';
import { knownSteps } from '../wire/steps.ts';
import { reduceSession } from './sessionReducer.ts';
import type { ConnectSession } from './session.ts';

const loading: ConnectSession = { status: 'loading', attempt: 1, offline: false, slow: null };

function tell(session: ConnectSession, ...messages: readonly (string | object)[]): ConnectSession {
  return messages.reduce<ConnectSession>((now, message) => {
    const parsed = parseConnectMessage(typeof message === 'string' ? { step: message } : message);
    return parsed ? reduceSession(now, toConnectEvent(parsed)) : now;
  }, session);
}

const bank = { step: 'INSTITUTION_SELECTED', institution: 'FlinksCapital' };
const wrongPassword = { flinksCode: 'INVALID_PASSWORD', institution: 'FlinksCapital' };

test.each<[string, readonly (string | object)[], object]>([
  ['the frame speaks', ['APP_MOUNTED'], { status: 'active', stage: null }],
  ['APP_MOUNTED got lost', ['COMPONENT_LOAD_CREDENTIAL'], { status: 'active', stage: 'credentials' }],
  ['a bank is chosen', [bank], { institution: 'FlinksCapital' }],
  ['the person goes back to the list', [bank, 'COMPONENT_LOAD_INSTITUTION_SELECTOR'], { institution: null }],
  [
    'a password is wrong',
    [wrongPassword],
    { status: 'active', lastError: { flinksCode: 'INVALID_PASSWORD' } },
  ],
  [
    'the form comes again',
    ['SUBMIT_CREDENTIAL', wrongPassword, 'COMPONENT_LOAD_CREDENTIAL_RETRY'],
    { stage: 'credentials', lastError: { flinksCode: 'INVALID_PASSWORD' } },
  ],
  ['the person tries again', [wrongPassword, 'SUBMIT_CREDENTIAL'], { stage: 'verifying', lastError: null }],
  [
    'a question is asked',
    [{ step: 'COMPONENT_LOAD_MFA', mfaTypes: ['SMS'] }, 'COMPONENT_LOAD_MFA_RETRY'],
    { stage: 'mfa', mfaTypes: ['SMS'] },
  ],
  ['it is answered', [{ step: 'COMPONENT_LOAD_MFA', mfaTypes: ['SMS'] }, 'SUBMIT_MFA'], { mfaTypes: [] }],
  ['a window is blocked', ['POPUP_BLOCKED'], { popupBlocked: true }],
  ['it opens after all', ['POPUP_BLOCKED', 'POPUP_OPENED'], { popupBlocked: false, stage: 'bank-window' }],
  ['the network goes', ['APP_OFFLINE'], { status: 'active', offline: true }],
  ['it comes back', ['APP_OFFLINE', 'APP_ONLINE'], { offline: false }],
  ['the connection is complete', [bank, 'REDIRECT'], { status: 'linking', institution: 'FlinksCapital' }],
])('%s', (_what, messages, expected) => {
  expect(tell(loading, ...messages)).toMatchObject(expected);
});

test('what changes nothing gives the same object, so that nobody renders', () => {
  const active = tell(loading, 'APP_MOUNTED', bank, 'COMPONENT_LOAD_CREDENTIAL');
  for (const step of [
    'APP_MOUNTED',
    'APP_RESIZE',
    'APP_ONLINE',
    'BRAND_NEW',
    'COMPONENT_LOAD_CREDENTIAL',
    'constructor',
  ]) {
    expect(tell(active, step), step).toBe(active);
  }
});

test('where there is no frame, no message counts', () => {
  const resting: readonly ConnectSession[] = [
    { status: 'idle' },
    { status: 'preparing', attempt: 1, offline: false, slow: null },
    { status: 'linking', attempt: 1, offline: false, slow: null, institution: null },
  ];
  for (const session of resting) expect(tell(session, ...knownSteps)).toBe(session);
});
