import { type Scenario, scenario } from '../state/scenario.ts';

/** One scenario for each of the ten codes that the widget handles itself (docs/flinks/connect.md 2.1). */
export const handledCodes: readonly Scenario[] = [
  refused('INVALID_USERNAME', 'The bank does not know the username.'),
  refused('INVALID_PASSWORD', 'The bank does not accept the password.'),
  refused('INVALID_LOGIN', 'The bank does not state which of the two is wrong.', {
    reproduce: 'Sign in as Greatday with any password but Everyday, here and at Flinks.',
  }),
  refused('INVALID_SECURITY_RESPONSE', 'The bank does not accept the answer.', {
    reproduce: 'Sign in as Greatday / Everyday and answer wrongly, here and at Flinks.',
    username: 'Greatday',
    script: { mfa: [{ values: { answer0: 'Atlantis' } }] },
  }),
  refused('RETRY_LATER', 'The bank cannot be reached.', {
    reproduce: 'Sign in as test_service_unavailable / Everyday, here and at Flinks.',
    username: 'test_service_unavailable',
  }),
  refused('UNAUTHORIZED', 'The bank does not allow the access.'),
  refused('NEW_ACCOUNT', 'The user must finish something at the bank first.'),
  refused('AGGREGATION_ERROR', 'Something failed at Flinks.'),
  refused('DISABLED_INSTITUTION', 'The institution is switched off at Flinks.', {
    reproduce: 'Choose Banque Belle-Rive. Flinks has no such test institution.',
    script: { institution: [{ values: { choice: 'SandboxClosedBank' } }] },
  }),
  refused('DISABLED_LOGIN', 'The bank has deactivated the access.', {
    reproduce: 'Sign in as test_disabled_account / Everyday, here and at Flinks.',
    username: 'test_disabled_account',
  }),
];

function refused(code: string, summary: string, facts: Partial<Scenario> = {}): Scenario {
  const username = `sandbox_${code.toLowerCase()}`;
  return scenario({
    name: code.toLowerCase().replaceAll('_', '-'),
    summary: `${summary} The widget shows it and waits.`,
    reproduce: `Sign in as ${username} / Everyday. Flinks has no test user for this code that is known.`,
    username,
    until: 'problem',
    ...facts,
  });
}
