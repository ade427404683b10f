/** The origin of a web address. Throws for anything else: `javascript:` in a frame would run in our own page. */
export function originOf(address: string): string {
  if (/^https?:/i.test(address)) return new URL(address).origin;
  throw new TypeError(address.slice(0, 8));
}
