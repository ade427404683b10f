/**
 * Whether a person's browser is really going to this address: not a prefetch, a prerender, a preview by some script,
 * or an image tag. A browser that sends no such header (an older one, an in-app one) is believed.
 */
export function isNavigation({ headers }: Request): boolean {
  const purpose = `${headers.get('sec-purpose') ?? ''} ${headers.get('purpose') ?? ''} ${headers.get('x-moz') ?? ''}`;
  if (/prefetch|prerender|preview/i.test(purpose)) return false;
  return (headers.get('sec-fetch-dest') ?? 'document') === 'document';
}
