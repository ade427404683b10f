import { type Connection, FlinksKitError } from '@flinks-kit/core';
import type { FlinksServer } from './createFlinksServer.ts';
import type { AdoptLoginRequest } from './operations/adoptLogin.ts';

/**
 * `adoptLogin` for many logins: four at a time, and one outcome for each, in their order. A login that is refused, or whose
 * adoption broke off, stops no other. After an interruption give all of them again: those that were adopted stay as they
 * are, without a call to Flinks. Throws only what `logins` throws.
 *
 * @example
 * for await (const outcome of adoptLogins(flinks, rowsOfTheOldTable())) {
 *   if (outcome.status !== 'adopted') console.error(outcome.userId, outcome.error);
 * }
 */
export async function* adoptLogins(
  flinks: Pick<FlinksServer, 'forUser'>,
  logins: Iterable<LoginToAdopt> | AsyncIterable<LoginToAdopt>,
): AsyncGenerator<AdoptionOutcome> {
  let batch: LoginToAdopt[] = [];
  for await (const login of logins) {
    batch.push(login);
    if (batch.length < atOnce) continue;
    yield* await adoptAll(flinks, batch);
    batch = [];
  }
  yield* await adoptAll(flinks, batch);
}

/** One login of another integration, and its user. */
export interface LoginToAdopt extends AdoptLoginRequest {
  readonly userId: string;
}

/** What became of one login. It holds no `LoginId`. */
export type AdoptionOutcome =
  | { readonly status: 'adopted'; readonly userId: string; readonly connection: Connection }
  /** `error.retry`: the same login may be given again later. */
  | { readonly status: 'refused'; readonly userId: string; readonly error: FlinksKitError }
  /** Anything else went wrong, as a lost connection to the database: give the same login again. */
  | { readonly status: 'failed'; readonly userId: string; readonly error: unknown };

// Flinks limits how often an instance may call, and users call meanwhile.
const atOnce = 4;

const adoptAll = (
  flinks: Pick<FlinksServer, 'forUser'>,
  logins: readonly LoginToAdopt[],
): Promise<readonly AdoptionOutcome[]> =>
  Promise.all(
    logins.map(async ({ userId, ...request }): Promise<AdoptionOutcome> => {
      try {
        return { status: 'adopted', userId, connection: await flinks.forUser(userId).adoptLogin(request) };
      } catch (error) {
        return error instanceof FlinksKitError
          ? { status: 'refused', userId, error }
          : { status: 'failed', userId, error };
      }
    }),
  );
