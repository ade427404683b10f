import { buildConnectUrl, type ConnectParameters } from '@flinks-kit/core/wire';
import type { ServerConnectParameters } from './FlinksServerOptions.ts';

/** What each session adds to the app's parameters. */
export type SessionParameters = Pick<
  ConnectParameters,
  | 'authorizeToken'
  | 'tag'
  | 'language'
  | 'redirectUrl'
  | 'institution'
  | 'requestId'
  | 'resumeSelectedAccounts'
  | 'accountSelectorEnable'
>;

/**
 * The widget's address for one session: our defaults, the app's parameters, and the session's own. Throws a `TypeError`
 * for parameters that can't work together, which `checkOptions` has found before.
 */
export function buildSessionUrl(
  base: string,
  parameters: ServerConnectParameters,
  session: SessionParameters,
): string {
  const opensElsewhere = session.institution !== undefined || session.requestId !== undefined;
  return buildConnectUrl(base, {
    ...connectDefaults,
    ...withoutUndefined(parameters),
    ...session,
    // The upload page has no sign-in: a reconnect, or an institution that the browser chose, opens its own page.
    ...(opensElsewhere ? { upload: undefined } : {}),
  });
}

/**
 * Builds a session's address as `buildSessionUrl` does. Of most sessions only the token and the tag differ, so the rest of
 * the address is checked and written once per language.
 */
export function createSessionUrls(base: string, parameters: ServerConnectParameters): SessionUrls {
  const starts = new Map<string | undefined, string>();
  return (session) => {
    const { language, authorizeToken = '', tag = '' } = session;
    const isUsual = !unusual.some((name) => session[name] !== undefined);
    // What comes after a "#" is no query.
    if (!isUsual || base.includes('#')) return buildSessionUrl(base, parameters, session);
    const start = starts.get(language) ?? buildSessionUrl(base, parameters, { language });
    starts.set(language, start);
    return `${start}&authorizeToken=${encodeURIComponent(authorizeToken)}&tag=${encodeURIComponent(tag)}`;
  };
}

/** The widget's address for one session. */
export type SessionUrls = (session: SessionParameters) => string;

const unusual = [
  'redirectUrl',
  'institution',
  'requestId',
  'resumeSelectedAccounts',
  'accountSelectorEnable',
] as const;

// What lets a page stay in charge of its frame. Consent is always sent, since Flinks' default changed over time.
const connectDefaults = {
  consentEnable: true,
  closeEnable: true,
  accountSelectorEnable: true,
  innerRedirect: true,
  jsRedirect: true,
} as const;

/** Whether the widget shows its account selector. */
export const hasSelector = (parameters: ServerConnectParameters): boolean =>
  ({ ...connectDefaults, ...withoutUndefined(parameters) }).accountSelectorEnable;

// An option that is `undefined` was left out: it must not take a default away.
function withoutUndefined<Options extends object>(
  options: Options,
): { [Key in keyof Options]: NonNullable<Options[Key]> } {
  // `Object.fromEntries` forgets which key has which value; only entries without a value are left out.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as {
    [Key in keyof Options]: NonNullable<Options[Key]>;
  };
}
