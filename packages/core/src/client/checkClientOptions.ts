import { FlinksKitError } from '../codes/FlinksKitError.ts';
import type { CreateFlinksClientOptions } from './createFlinksClient.ts';

/**
 * Throws a sentence that states what to write instead of a wrong option: JavaScript, and a variable that an environment
 * did not set, get past the types. Called during development only, so that a production bundle holds no sentence.
 */
export function checkClientOptions(options: object): void {
  if (!isOptions(options)) throw invalid(`the options are ${show(options)}. Write { endpoint, userId }`);
  const { endpoint, userId, fetch: own, scope, credentials } = options;
  if (typeof endpoint !== 'string' || !/^(?:\/|https?:)[^?#]*$/.test(endpoint)) {
    throw invalid(
      `endpoint is ${show(endpoint)}. Write the path of your server, such as "/api/flinks", without "?" and "#"`,
    );
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
  if (scope !== undefined && typeof scope !== 'string') {
    throw invalid(`scope is ${show(scope)}. Write a name for this back end, or leave it out`);
  }
  if (credentials !== undefined && !modes.some((mode) => mode === credentials)) {
    throw invalid(`credentials is ${show(credentials)}. Write one of ${modes.join(', ')}, or leave it out`);
  }
  const unknown = Object.keys(options).find((name) => !names.includes(name));
  if (unknown !== undefined) throw invalid(`${unknown} is no option. The options are ${names.join(', ')}`);
}

type GivenOptions = Readonly<Record<string, unknown>>;

const isOptions = (value: unknown): value is GivenOptions =>
  typeof value === 'object' && value !== null && !(value instanceof Promise);

const names = Object.keys({
  endpoint: true,
  userId: true,
  fetch: true,
  scope: true,
  credentials: true,
} satisfies Record<keyof CreateFlinksClientOptions, true>);

const modes = ['include', 'same-origin', 'omit'];

// What `String(…)` and template literals make of a user that is not there.
const noUsers: ReadonlySet<string> = new Set(['undefined', 'null', '[object Object]', '[object Promise]']);

function show(value: unknown): string {
  if (value instanceof Promise) return 'a promise (await it)';
  if (typeof value === 'string') return `"${value}"`;
  return typeof value === 'object' && value !== null ? 'an object' : String(value);
}

function invalid(problem: string): FlinksKitError {
  return new FlinksKitError(`createFlinksClient: ${problem}.`, { code: 'invalid-option' });
}
