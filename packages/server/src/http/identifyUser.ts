import { refusal } from '../common/refusals.ts';
import type { FlinksServerOptions } from '../context/FlinksServerOptions.ts';
import type { ServerContext } from '../context/ServerContext.ts';

/**
 * The signed-in user, or `null`. Nothing but a string is ever a user: a function that forgets to return would
 * otherwise make all visitors one user.
 */
export async function identifyUser(
  { warn }: Pick<ServerContext, 'warn'>,
  identify: FlinksServerOptions['identify'],
  request: Request,
): Promise<string | null> {
  const answer: unknown = await identify(request);
  if (answer === undefined || answer === null || answer === '') return null;
  if (typeof answer === 'string') return answer;
  warn(
    `identify returned a value of type ${typeof answer}, so the request was refused with 500. Return the user's id as a string, or null when no user is signed in.`,
  );
  throw refusal('internal');
}
