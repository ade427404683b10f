import { checkSetup, type SetupReport } from './setup/checkSetup.ts';
import { maintain, type MaintenanceReport } from './maintenance/maintain.ts';
import { refusal } from './common/refusals.ts';
import { createServerContext } from './context/createServerContext.ts';
import type { FlinksServerOptions } from './context/FlinksServerOptions.ts';
import { forUser, type UserFlinks } from './operations/forUser.ts';
import { createHandler, type FlinksHandler } from './http/createHandler.ts';
import { isUserId } from './http/identifyUser.ts';

/**
 * The server half of the kit: one function from `Request` to `Response` that holds the keys, the LoginIds and the
 * accounts, and gives the browser only what it may see. It runs wherever Web-standard requests do.
 *
 * Throws a `FlinksKitError` for options that cannot work, with a sentence for each that states what to write instead:
 * `options-invalid`, `encryption-unusable` for keys that can't encrypt, `webhook-unusable`.
 *
 * @example
 * const flinks = createFlinksServer({ endpoint: '/api/flinks', flinks: keys, encryption, identify });
 * export const GET = flinks.handler, POST = flinks.handler;
 */
export function createFlinksServer<Context = unknown>(
  options: FlinksServerOptions<Context>,
): FlinksServer<Context> {
  const context = createServerContext(options);
  return {
    handler: createHandler(context, options),
    forUser(userId) {
      if (!isUserId(userId)) {
        throw refusal('not-signed-in', {
          note: 'forUser takes the id that identify returns: a text of 1 to 512 bytes, without a word such as undefined.',
        });
      }
      return forUser(context, userId);
    },
    maintain: () => maintain(context),
    checkSetup: () => checkSetup(context, options),
  };
}

/** A running server half. */
export interface FlinksServer<Context = unknown> {
  /**
   * Answers the routes under the endpoint; anything else is a 404. `context` goes to `identify` and nowhere else. Rejects
   * with a `TypeError` only when it is called without a Web-standard `Request`, such as by Express itself.
   */
  readonly handler: FlinksHandler<Context>;
  /** The same routes as methods, for your own server code. Authenticate the user first. Throws a `FlinksKitError` (`not-signed-in`) without an id. */
  forUser(userId: string): UserFlinks;
  /** Finishes what was interrupted and forgets what is due. Call it from a timer, every few minutes. */
  maintain(): Promise<MaintenanceReport>;
  /** Checks whether Flinks, the store and the keys work, and reports in sentences what does not. */
  checkSetup(): Promise<SetupReport>;
}
