import { custom, getDotPath, optional, pipe, safeParse, strictObject, string } from 'valibot';
import {
  describeInput,
  isInstance,
  isPlainObject,
  optionsError,
  parseWebAddress,
} from '../common/optionsError.ts';

/**
 * The `Content-Security-Policy` of a page with Flinks Connect: the frame of the widget's exact origin, and our own
 * endpoint. Nothing else is loaded: there is no script of Flinks. With `policy`, the app's own policy with these sources
 * added, since a browser ignores the second `frame-src` of a policy and enforces every policy of several.
 *
 * Two other headers can keep the bank out (docs/flinks/connect.md 5). The bank's window opens from inside the frame: leave
 * `Cross-Origin-Opener-Policy` out, or send `same-origin-allow-popups`. With `Cross-Origin-Embedder-Policy` send
 * `credentialless` and give the component `frame={{ credentialless: true }}`; `require-corp` blocks the frame.
 *
 * Throws a `FlinksKitError` (`options-invalid`) for a misspelled option, one of another type, and an address that is no web
 * address.
 *
 * @example
 * contentSecurityPolicy({ instance: 'example-ca' });
 * // "frame-src https://example-ca-iframe.private.fin.ag; connect-src 'self'"
 * contentSecurityPolicy({ instance: 'example-ca', policy: "default-src 'self'; frame-src https://video.example" });
 * // "default-src 'self'; frame-src https://video.example https://example-ca-iframe.private.fin.ag"
 */
export function contentSecurityPolicy(options: ContentSecurityPolicyOptions): string {
  checkOptions(options);
  const { policy, ...rest } = options;
  const sources = Object.entries(contentSecurityPolicySources(rest));
  if (policy === undefined) return sources.map(([name, list]) => `${name} ${list.join(' ')}`).join('; ');
  // Several policies may stand in one header, separated by commas; the browser applies all of them.
  return policy
    .split(',')
    .map((one) => sources.reduce(addSources, one))
    .join(',');
}

/**
 * The sources that a page with Flinks Connect needs, per directive, for libraries that build the policy.
 *
 * Throws a `FlinksKitError` (`options-invalid`) for an address that is no web address.
 *
 * @example
 * const needed = contentSecurityPolicySources({ instance: 'example-ca' });
 * helmet({ contentSecurityPolicy: { directives: { 'frame-src': ["'self'", ...needed['frame-src']] } } });
 */
export function contentSecurityPolicySources(
  options: WidgetAddress & { readonly endpoint?: string | undefined },
): ContentSecurityPolicySources {
  checkOptions(options);
  return { 'frame-src': [widgetOrigin(options)], 'connect-src': [endpointSource(options.endpoint)] };
}

/** Sources per directive. */
export interface ContentSecurityPolicySources {
  /** The widget's origin. */
  readonly 'frame-src': readonly [string];
  /** `'self'`, or the origin of an endpoint elsewhere. */
  readonly 'connect-src': readonly [string];
}

/** Where the widget is: at its instance, or at the address of `connect.url`. */
export type WidgetAddress =
  | { readonly instance: string; readonly url?: undefined }
  | { readonly url: string; readonly instance?: string | undefined };

/** Where the widget and our server are, and the app's own policy. */
export type ContentSecurityPolicyOptions = WidgetAddress & {
  /** The server's endpoint, where it is on another origin than the page. */
  readonly endpoint?: string | undefined;
  /** The app's own policy, to which the sources are added. */
  readonly policy?: string | undefined;
};

// JavaScript, and a variable that an environment did not set, get past the types.
const optionsSchema = pipe(
  custom<object>(isPlainObject),
  strictObject({
    instance: optional(string()),
    url: optional(string()),
    endpoint: optional(string()),
    policy: optional(string()),
  }),
);

function checkOptions(options: unknown): void {
  const [issue] = safeParse(optionsSchema, options).issues ?? [];
  if (issue === undefined) return;
  const path = getDotPath(issue);
  if (path === null) throw refuse('Pass an object, such as { instance: "example-ca" }.');
  if (issue.expected === 'never') {
    throw refuse(`${path} is no option. The options are instance or url, endpoint, policy.`);
  }
  throw refuse(
    path === 'policy'
      ? `policy ${describeInput(issue.input)}. Give the text of the header; a library that takes directives gets contentSecurityPolicySources().`
      : `${path} ${describeInput(issue.input)}. Give a text.`,
  );
}

const refuse = (sentence: string) => optionsError('contentSecurityPolicy', [sentence]);

function widgetOrigin({ instance, url }: Partial<WidgetAddress>): string {
  if (url !== undefined) {
    const address = parseWebAddress(url);
    if (address === null) {
      throw refuse(
        'url is not a web address. Give one such as "https://example-ca-iframe.private.fin.ag/v2/".',
      );
    }
    return address.origin;
  }
  if (instance === undefined || !isInstance(instance)) {
    throw refuse(
      'instance is not the name of an instance. Give what stands before "-iframe.private.fin.ag".',
    );
  }
  return `https://${instance.toLowerCase()}-iframe.private.fin.ag`;
}

function endpointSource(endpoint: string | undefined): string {
  if (endpoint === undefined) return "'self'";
  const address = parseWebAddress(endpoint);
  if (address !== null) return address.origin;
  // A path; an address without a scheme, such as `localhost:3000/api`, parses as one of an unknown scheme.
  if (!/^\/?[^\s:;,]*$/.test(endpoint) || endpoint.startsWith('//')) {
    throw refuse(
      'endpoint is neither a path nor a web address. Give "/api/flinks" or "https://api.example/flinks".',
    );
  }
  return "'self'";
}

/** A policy with sources added to one directive, where anything limits it. Without a limit all sources are allowed. */
function addSources(policy: string, [name, added]: [string, readonly string[]]): string {
  const directives = policy.split(';');
  const find = (wanted: string) => directives.find((directive) => nameOf(directive) === wanted);
  const own = find(name);
  const limit = own ?? (name === 'frame-src' ? find('child-src') : undefined) ?? find('default-src');
  if (limit === undefined) return policy;
  const [, ...given] = limit.trim().split(/\s+/);
  // 'none' stands alone, or it is ignored.
  const before = given.filter((source) => source.toLowerCase() !== "'none'");
  const missing = added.filter((source) => !before.includes(source));
  if (missing.length === 0) return policy;
  const joined = [name, ...before, ...missing].join(' ');
  if (own !== undefined) {
    return directives
      .map((directive) => (directive === own ? directive.replace(own.trim(), () => joined) : directive))
      .join(';');
  }
  return `${policy.replace(/[;\s]+$/, '')}; ${joined}`;
}

const nameOf = (directive: string): string => (directive.trim().split(/\s+/)[0] ?? '').toLowerCase();
