import { refusal } from '../common/refusals.ts';
import type { FlinksServerOptions } from '../context/FlinksServerOptions.ts';
import type { ServerContext } from '../context/ServerContext.ts';
import { isSameHost } from './isSameHost.ts';
import { securityHeaders } from './respond.ts';

/** The signed-in user, or the app's own response to a request without one. */
export type Identity =
  | { readonly userId: string }
  | { readonly userId: null; readonly response: Response | null };

/**
 * Asks the app which user is signed in. Only a string is ever a user: a function that forgets to return would
 * otherwise make all callers one user. A `Response` that `identify` returns or throws is sent when it refuses the
 * request or leads to a sign-in page.
 */
export async function identifyUser<Context>(
  rules: IdentityRules,
  identify: FlinksServerOptions<Context>['identify'],
  request: Request,
  context: Context,
): Promise<Identity> {
  let answer: unknown;
  try {
    answer = await identify(request, context);
  } catch (error) {
    if (!(error instanceof Response)) throw error;
    answer = error;
  }
  return toIdentity(answer, request, rules);
}

/** What the answer of `identify` is judged by, and which listener receives one that is none. */
export interface IdentityRules extends Pick<ServerContext, 'warn'> {
  readonly allowedOrigins: ReadonlySet<string>;
}

function toIdentity(answer: unknown, request: Request, { warn, allowedOrigins }: IdentityRules): Identity {
  if (answer === undefined || answer === null || answer === '') return { userId: null, response: null };
  if (isUserId(answer)) return { userId: answer };
  const isResponse = answer instanceof Response;
  if (isResponse && mayPass(answer, request, allowedOrigins)) return { userId: null, response: copy(answer) };
  warn(
    isResponse
      ? `identify gave a Response with status ${answer.status}, so the request was refused with 500. Only 401, 403 and redirects to this origin or one of allowedOrigins are sent.`
      : `identify returned ${describe(answer)}, so the request was refused with 500. Return the user's id as a string, or null when no user is signed in.`,
  );
  throw refusal('internal');
}

/**
 * Whether a value can be the id of a user: 1 to 512 bytes that can be seen and stored, and none of the words that a
 * program makes of a missing part.
 */
export const isUserId = (value: unknown): value is string =>
  typeof value === 'string' && fits(value) && !(mayLackPart.test(value) && lacksPart(value));

/** Most ids are ASCII, and need no closer look. */
const fits = (id: string): boolean =>
  plain.test(id) || (isShort(id) && isVisible.test(id) && !isUnstorable.test(id));

const plain = /^[!-~]{1,512}$/;
// PostgreSQL has no index entry of more than 2,704 bytes, and the limiter holds the ids of 50,000 users.
const mostBytes = 512;
const isShort = (id: string): boolean =>
  id.length <= mostBytes && new TextEncoder().encode(id).byteLength <= mostBytes;
// All users would be one who differ by nothing that is seen. U+2800 is an empty pattern of Braille.
const isVisible = /[^\p{Z}\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/u;
// PostgreSQL stores neither NUL nor half a character: the one is an error at every call, of the other all are one id.
// oxlint-disable-next-line no-control-regex
const isUnstorable = /\u0000|\p{Cs}/u;

// Such as a tenant's id and a user's that was missing: all users of the tenant would be one.
const mayLackPart = /undefined|null|nan|true|false|\[object |invalid date/i;
const isWord = /^\s*(?:true|false)\s*$/;
const missingPart = /(?<![\p{L}\p{N}])(?:undefined|null)+(?![\p{L}\p{N}])|\[object |invalid date/iu;
// In this spelling alone: Nan is a name.
const notNumber = /(?<![\p{L}\p{N}])NaN(?![\p{L}\p{N}])/u;
const lacksPart = (id: string): boolean =>
  isWord.test(id) || notNumber.test(id) || missingPart.test(withoutNames(id));

/** Null is a name, too: as one of several parts before the `@` of an e-mail address it is no missing one. */
function withoutNames(id: string): string {
  const [, local = '', domain = ''] = /^([^@\s]+)@([^@\s]+\.[^@\s]+)$/.exec(id) ?? [];
  const named = local.split(/[._+-]/).filter((part) => part.toLowerCase() !== 'null');
  return named.join('') === '' ? id : `${named.join('.')}@${domain}`;
}

// The words are named; any other value stays out of the log.
function describe(answer: unknown): string {
  if (typeof answer !== 'string') return `a value of type ${typeof answer}`;
  return isShort(answer)
    ? `the text "${answer}", which is no id`
    : `a text of more than ${mostBytes} bytes, which is too long for an id`;
}

function mayPass(response: Response, request: Request, allowedOrigins: ReadonlySet<string>): boolean {
  if (response.status === 401 || response.status === 403) return true;
  const location = response.headers.get('location');
  if (!redirects.has(response.status) || location === null || !URL.canParse(location, request.url))
    return false;
  // Read against http it is a path, and against the https of the page another host.
  if (/^[a-z][a-z\d+.-]*:(?!\/\/)/i.test(location.replace(/[\t\n\r]/g, ''))) return false;
  const to = new URL(location, request.url);
  // A proxy that ends TLS hands on http, so https on this very host is this origin as the browser sees it.
  const isHere =
    to.origin === new URL(request.url).origin ||
    (to.protocol === 'https:' && isSameHost(to.origin, request.url));
  return isHere || allowedOrigins.has(to.origin);
}

const redirects: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** With our headers where the app set none of its own; those of `Response.redirect` cannot be changed. */
function copy(response: Response): Response {
  const { status, headers } = response;
  // An app may give one response for every request; of one that it has read, only the status and the headers are left.
  const isRead = response.bodyUsed || response.body?.locked === true;
  const merged = new Headers(securityHeaders);
  for (const name of headers.keys()) merged.delete(name);
  for (const [name, value] of headers) merged.append(name, value);
  if (isRead) merged.delete('content-length');
  return new Response(isRead ? null : response.clone().body, { status, headers: merged });
}
