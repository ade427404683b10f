import { findTestUser } from '../../bank/find.ts';
import { signInByPassword } from '../../bank/signIn.ts';
import type { AuthorizeOutcome } from '../../state/bankSession.ts';
import type { Institution } from '../../state/institution.ts';
import type { SandboxState } from '../../state/sandboxState.ts';
import type { WidgetSession } from '../../state/widgetSession.ts';

/**
 * Signs in where the user types nothing here, in the bank's own window or by documents: as the test user of the
 * scenario, or as `greatday_nomfa` where the bank would refuse that one.
 */
export function signInAtBank(
  state: SandboxState,
  widgetSession: WidgetSession,
  institution: Institution,
): AuthorizeOutcome {
  const wanted = findTestUser(state.settings, widgetSession.scenario.username);
  const testUser = wanted?.refusal === null ? wanted : findTestUser(state.settings, 'greatday_nomfa');
  const { username = '', password = '' } = testUser ?? {};
  return signIn(state, widgetSession, { institution, username, password, mode: 'cached' });
}

/** Signs in with what was typed; the rest of the login is in the widget's address. */
export function signIn(
  state: SandboxState,
  { parameters }: WidgetSession,
  login: TypedLogin,
): AuthorizeOutcome {
  return signInByPassword(state, {
    ...login,
    language: parameters.language,
    from: 'widget',
    save: true,
    withMfaQuestions: parameters.enhancedMFA,
    scheduleRefresh: parameters.scheduleRefresh ?? false,
    tag: parameters.tag ?? undefined,
  });
}

/** What was typed, and where. `cached` skips the questions. */
export interface TypedLogin {
  readonly institution: Institution;
  readonly username: string;
  readonly password: string;
  readonly mode: 'live' | 'cached';
}
