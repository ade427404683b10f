import { institutions } from '@flinks-kit/sandbox';

/** The logos of the sandbox's banks: `GET /logos/{Flinks' name of the bank}`. A real app has its own, or none. */
export async function serveLogos(request: Request): Promise<Response> {
  const name = new URL(request.url).pathname.slice('/logos/'.length);
  const mark = institutions.find((bank) => encodeURIComponent(bank.name) === name)?.mark;
  if (!mark) return new Response(null, { status: 404 });
  const { background, foreground, path } = mark;
  return new Response(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-4 -4 32 32"><path fill="${background}" d="M-4-4h32v32H-4z"/><path fill="${foreground}" d="${path}"/></svg>`,
    { headers: { 'content-type': 'image/svg+xml', 'cache-control': 'max-age=3600' } },
  );
}
