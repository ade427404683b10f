import { FlinksKitError } from '../codes/FlinksKitError.ts';

/**
 * Throws a sentence that states what to write instead of a wrong option: JavaScript, and a variable that an environment
 * did not set, get past the types. Called during development only, so that a production bundle holds no sentence.
 */
export function checkClientOptions({ endpoint, userId, fetch: own }: GivenOptions): void {
  if (typeof endpoint !== 'string' || !/^(?:\/|https?:)/.test(endpoint)) {
    throw invalid(`endpoint is ${show(endpoint)}. Write the path of your server, such as "/api/flinks"`);
  }
  const isUser = typeof userId === 'string' && userId !== '' && !noUsers.has(userId);
  if (!isUser && userId !== null) {
    throw invalid(
      `userId is ${show(userId)}. Write the id of the signed-in user, or null while no user is signed in`,
    );
  }
  if (own !== undefined && typeof own !== 'function') {
    throw invalid(
      `fetch is ${show(own)}. Write a function from Request to Promise<Response>, or leave it out`,
    );
  }
}

interface GivenOptions {
  readonly endpoint: unknown;
  readonly userId: unknown;
  readonly fetch?: unknown;
}

// What `String(…)` and template literals make of a user that is not there.
const noUsers: ReadonlySet<string> = new Set(['undefined', 'null', '[object Object]', '[object Promise]']);

function show(value: unknown): string {
  if (value instanceof Promise) return 'a promise (await it)';
  return typeof value === 'string' ? `"${value}"` : String(value);
}

function invalid(problem: string): FlinksKitError {
  return new FlinksKitError(`createFlinksClient: ${problem}.`, { code: 'invalid-option' });
}
