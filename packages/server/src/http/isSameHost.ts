/**
 * Whether an address is of the host of an origin, whatever its scheme: a proxy that ends TLS hands on http. `x:443` is the
 * host of `https://x` then, so both hosts are read with the scheme of the origin.
 */
export function isSameHost(origin: string, address: string): boolean {
  if (!URL.canParse(origin) || !URL.canParse(address)) return false;
  const { protocol, host } = new URL(origin);
  const read = `${protocol}//${new URL(address).host}`;
  return URL.canParse(read) && new URL(read).host === host;
}
