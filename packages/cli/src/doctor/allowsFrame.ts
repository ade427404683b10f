/**
 * Whether one Content-Security-Policy lets a page of `self` show a frame of `origin`: `frame-src`, else `child-src`,
 * else `default-src`; of a directive that is named twice, only the first counts (CSP level 3).
 */
export function allowsFrame(policy: string, origin: string, self: string): boolean {
  const directives = new Map<string, readonly string[]>();
  for (const directive of policy.split(';')) {
    const [name = '', ...sources] = directive.trim().split(/\s+/);
    if (name !== '' && !directives.has(name.toLowerCase())) directives.set(name.toLowerCase(), sources);
  }
  const sources = directives.get('frame-src') ?? directives.get('child-src') ?? directives.get('default-src');
  return (
    sources === undefined ||
    sources.some((source) => matches(source.toLowerCase(), new URL(origin), new URL(self)))
  );
}

function matches(source: string, url: URL, self: URL): boolean {
  if (source === "'self'") return url.origin === self.origin;
  if (source === '*') return /^https?:$/.test(url.protocol);
  if (/^[a-z][a-z\d+.-]*:$/.test(source)) return matchesScheme(source.slice(0, -1), url);
  const [, scheme, host, port] =
    /^(?:([a-z][a-z\d+.-]*):\/\/)?([^/:]+)(?::(\d+|\*))?(?:\/.*)?$/.exec(source) ?? [];
  if (host === undefined) return false;
  return (
    matchesScheme(scheme ?? self.protocol.slice(0, -1), url) &&
    matchesHost(host, url) &&
    matchesPort(port, url)
  );
}

// A policy of http also covers https.
const matchesScheme = (scheme: string, { protocol }: URL): boolean =>
  protocol === `${scheme}:` || (scheme === 'http' && protocol === 'https:');

const matchesHost = (host: string, { hostname }: URL): boolean =>
  host.startsWith('*.') ? hostname.endsWith(host.slice(1)) : hostname === host;

function matchesPort(port: string | undefined, url: URL): boolean {
  return (
    port === '*' || (port ?? '') === url.port || (port !== undefined && port === usualPorts[url.protocol])
  );
}

const usualPorts: Readonly<Record<string, string>> = { 'http:': '80', 'https:': '443' };
