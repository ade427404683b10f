import type { HttpRequest } from './HttpRequest.ts';

/**
 * Whether a person's browser is really going to this address: not a prefetch, a prerender, a preview by some script,
 * or an image tag. A browser that sends no such header (an older one, an in-app one) is believed.
 */
export function isNavigation({ header }: HttpRequest): boolean {
  const purpose = `${header('sec-purpose') ?? ''} ${header('purpose') ?? ''} ${header('x-moz') ?? ''}`;
  if (/prefetch|prerender|preview/i.test(purpose)) return false;
  return (header('sec-fetch-dest') ?? 'document') === 'document';
}
