import { drawLogo } from '@flinks-kit/sandbox';

/**
 * The logos of the sandbox's banks: `GET /logos/{name}`, by Flinks' name of the bank or the name that users read. No
 * content for another bank: the kit then shows the initials of its name. A real app has logos of its own, or none.
 */
export async function serveLogos(request: Request): Promise<Response> {
  const name = new URL(request.url).pathname.slice('/logos/'.length);
  // Decoded as a form is, which no malformed name can make throw.
  const logo = drawLogo(new URLSearchParams(`name=${name}`).get('name') ?? '');
  if (logo === null) return new Response(null, { status: 204 });
  return new Response(logo, {
    headers: { 'content-type': 'image/svg+xml', 'cache-control': 'max-age=3600' },
  });
}
