import { describe, expect, test } from 'vitest';
import { parseConnectMessage } from '../wire/parseConnectMessage.ts';
import { toConnectEvent } from '../wire/connectMessage.ts';
import { knownSteps } from '../wire/knownSteps.ts';
import { reduceSession, type SessionAction } from './sessionReducer.ts';
import { startReport } from './report.ts';
import type { ConnectSession, EndedSession } from './session.ts';

const loading: ConnectSession = { status: 'loading', attempt: 1, offline: false, slow: null };

function follow(session: ConnectSession, ...messages: readonly (string | object)[]): ConnectSession {
  return messages.reduce<ConnectSession>((now, message) => {
    const parsed = parseConnectMessage(typeof message === 'string' ? { step: message } : message);
    return parsed ? reduceSession(now, { type: 'message', event: toConnectEvent(parsed) }) : now;
  }, session);
}

const bank = { step: 'INSTITUTION_SELECTED', institution: 'FlinksCapital' };
const wrongPassword = { flinksCode: 'INVALID_PASSWORD', institution: 'FlinksCapital' };

describe('reduceSession', () => {
  test.each<[string, readonly (string | object)[], object]>([
    ['the frame sends a message', ['APP_MOUNTED'], { status: 'active', stage: null }],
    ['APP_MOUNTED got lost', ['COMPONENT_LOAD_CREDENTIAL'], { status: 'active', stage: 'credentials' }],
    ['a bank is chosen', [bank], { institution: 'FlinksCapital' }],
    [
      'the person goes back to the list',
      [bank, 'COMPONENT_LOAD_INSTITUTION_SELECTOR'],
      { institution: null },
    ],
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
    expect(follow(loading, ...messages)).toMatchObject(expected);
  });

  test('an action that changes nothing returns the same object, so that no subscriber renders', () => {
    const active = follow(loading, 'APP_MOUNTED', bank, 'COMPONENT_LOAD_CREDENTIAL');
    for (const step of [
      'APP_MOUNTED',
      'APP_RESIZE',
      'APP_ONLINE',
      'BRAND_NEW',
      'COMPONENT_LOAD_CREDENTIAL',
      'constructor',
    ]) {
      expect(follow(active, step), step).toBe(active);
    }
  });

  test('messages without a mounted frame change nothing', () => {
    const resting: readonly ConnectSession[] = [
      { status: 'idle' },
      { status: 'preparing', attempt: 1, offline: false, slow: null },
      { status: 'linking', attempt: 1, offline: false, slow: null, institution: null },
    ];
    for (const session of resting) expect(follow(session, ...knownSteps)).toBe(session);
  });

  test('each action has an answer in each status', () => {
    const report = startReport('s1', 0);
    const ended: EndedSession = { status: 'failed', error: { code: 'x', retry: true }, report };
    const facts = { attempt: 1, offline: false, slow: null } as const;
    const sessions: readonly ConnectSession[] = [
      { status: 'idle' },
      { status: 'preparing', ...facts },
      { status: 'loading', ...facts },
      follow({ status: 'loading', ...facts }, 'APP_MOUNTED'),
      { status: 'linking', ...facts, institution: null },
      ended,
    ];
    const actions: readonly SessionAction[] = [
      { type: 'open', offline: false },
      { type: 'resume', offline: false },
      { type: 'reload', offline: false },
      { type: 'load' },
      { type: 'message', event: { kind: 'step', step: 'SUBMIT_MFA' } },
      { type: 'message', event: { kind: 'redirect' } },
      { type: 'slow', slow: 'frame' },
      { type: 'network', offline: true },
      { type: 'end', ended: { status: 'exited', reason: 'closed', report } },
      { type: 'end', ended },
      { type: 'reset' },
    ];
    // `-`: the very same object.
    const table = actions.map((action) => {
      const answers = sessions.map((session) => {
        const next = reduceSession(session, action);
        return (next === session ? '-' : next.status).padEnd(10);
      });
      return `${action.type.padEnd(18)}${answers.join('')}`.trimEnd();
    });
    expect(
      [
        `${''.padEnd(18)}${sessions.map(({ status }) => status.padEnd(10)).join('')}`.trimEnd(),
        ...table,
      ].join('\n'),
    ).toMatchInlineSnapshot(`
      "                  idle      preparing loading   active    linking   failed
      open              preparing -         -         -         -         preparing
      resume            linking   -         -         -         -         linking
      reload            -         -         preparing preparing -         -
      load              -         loading   -         -         -         -
      message           -         -         active    active    -         -
      message           -         -         linking   linking   -         -
      slow              -         preparing loading   active    linking   -
      network           -         preparing loading   active    linking   -
      end               -         exited    exited    exited    -         -
      end               -         failed    failed    failed    failed    -
      reset             -         -         -         -         -         idle"
    `);
  });

  test('any answer and any message ends the offline state of a browser that reports no network', () => {
    const preparing = reduceSession({ status: 'idle' }, { type: 'open', offline: true });
    expect(preparing).toMatchObject({ offline: true });
    const offline = { ...loading, offline: true };
    expect(reduceSession(preparing, { type: 'load' })).toMatchObject({ offline: false });
    expect(follow(offline, 'APP_MOUNTED')).toMatchObject({ offline: false });
    const active = follow(loading, 'APP_MOUNTED', 'APP_OFFLINE');
    expect(follow(active, 'APP_RESIZE')).toMatchObject({ offline: true });
    expect(follow(active, 'SUBMIT_MFA')).toMatchObject({ offline: false });
    expect(follow(active, wrongPassword)).toMatchObject({ offline: false });
    expect(follow(active, 'REDIRECT')).toMatchObject({ offline: false });
  });
});
