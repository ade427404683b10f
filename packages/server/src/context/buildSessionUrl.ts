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
