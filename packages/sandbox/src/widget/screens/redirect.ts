import type { BankSession } from '../../state/bankSession.ts';
import type { RedirectShape } from '../../state/settings.ts';
import type { WidgetSession } from '../../state/widgetSession.ts';

/**
 * Where a finished login leads. With a `redirectUrl` the ids come first among its parameters; without one it is the
 * widget's own result page, where they come last (docs/flinks/connect.md 1.3).
 */
export function redirectAddress(widgetSession: WidgetSession, accountIds: readonly string[]): string {
  const { parameters, session, institution } = widgetSession;
  const name = institution?.name ?? '';
  const ids: [string, string][] = [
    ['loginId', session?.card?.loginId ?? ''],
    ...(accountIds.length > 0 ? [['accountId', accountIds.join(',')] satisfies [string, string]] : []),
    ['institution', name],
    ...(parameters.tag === null ? [] : [['tag', parameters.tag] satisfies [string, string]]),
  ];
  if (parameters.redirectUrl === null) {
    const own: [string, string][] = [
      ['thank-you', 'true'],
      ...(parameters.demo ? [['demo', 'true'] satisfies [string, string]] : []),
    ];
    return `${new URL(`/v2/Result/${name}`, widgetSession.href).href}?${new URLSearchParams([...own, ...ids]).toString()}`;
  }
  return withParameters(parameters.redirectUrl, new URLSearchParams(ids).toString());
}

/** The payload of `REDIRECT` in one of the shapes that are documented or seen (docs/flinks/connect.md 1.3). */
export function redirectMessage(
  shape: RedirectShape,
  { session, accountIds, url }: { session: BankSession; accountIds: readonly string[]; url: string },
): Readonly<Record<string, unknown>> {
  const institution = session.institution.name;
  const ids = {
    loginId: session.card?.loginId,
    requestId: session.requestId,
    institution,
    accountId: accountIds.length === 0 ? undefined : accountIds.join(','),
  };
  switch (shape) {
    case 'url':
      return { institution, url };
    case 'top-level':
      return ids;
    case 'both':
      return { ...ids, url };
  }
}

// `URL` would rewrite custom schemes and add slashes, and a host's own address should come back as it was sent.
function withParameters(address: string, parameters: string): string {
  const [beforeHash = '', ...hash] = address.split('#');
  const separator = beforeHash.includes('?') ? '&' : '?';
  return [beforeHash + separator + parameters, ...hash].join('#');
}
