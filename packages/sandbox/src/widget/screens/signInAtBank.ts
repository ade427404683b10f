import { authorizeByPassword, type AuthorizeOutcome } from '../../bank/signIn.ts';
import type { Institution } from '../../bank/institution.ts';
import { findTestUser } from '../../bank/findTestUser.ts';
import type { SandboxState } from '../../state/sandboxState.ts';
import type { WidgetSession } from '../../state/widgetSession.ts';

/**
 * Signs in where nobody types here, at the bank itself or by documents: as the person of the scenario, or as
 * `greatday_nomfa` when the bank would refuse that one.
 */
export function signInAtBank(
  state: SandboxState,
  widgetSession: WidgetSession,
  institution: Institution,
): AuthorizeOutcome {
  const wanted = findTestUser(state, widgetSession.scenario.username);
  const testUser = wanted?.refusal === null ? wanted : findTestUser(state, 'greatday_nomfa');
  const { username = '', password = '' } = testUser ?? {};
  return signIn(state, widgetSession, { institution, username, password, mode: 'cached' });
}

/** Signs in with what was typed; what else a login has comes from the address of the widget. */
export function signIn(
  state: SandboxState,
  { parameters }: WidgetSession,
  login: TypedLogin,
): AuthorizeOutcome {
  return authorizeByPassword(state, {
    ...login,
    language: parameters.language,
    save: true,
    everyQuestion: false,
    scheduleRefresh: parameters.scheduleRefresh,
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
