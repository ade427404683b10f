import { authorizeByPassword, type AuthorizeOutcome } from '../../bank/signIn.ts';
import type { Institution } from '../../bank/institution.ts';
import { findPerson } from '../../bank/findTestUser.ts';
import type { World } from '../../state/sandboxState.ts';
import type { Journey } from '../../state/widgetSession.ts';

/**
 * Signs in where nobody types here, at the bank itself or by documents: as the person of the scenario, or as
 * `greatday_nomfa` when the bank would refuse that one.
 */
export function signInAtBank(world: World, journey: Journey, institution: Institution): AuthorizeOutcome {
  const wanted = findPerson(world, journey.scenario.username);
  const person = wanted?.refusal === null ? wanted : findPerson(world, 'greatday_nomfa');
  const { username = '', password = '' } = person ?? {};
  return signIn(world, journey, { institution, username, password, mode: 'cached' });
}

/** Signs in with what was typed; what else a login has comes from the address of the widget. */
export function signIn(world: World, { parameters }: Journey, login: TypedLogin): AuthorizeOutcome {
  return authorizeByPassword(world, {
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
