import { institutions } from '@flinks-kit/sandbox';

/**
 * The logos of the sandbox's banks: `GET /logos/{name}`, by Flinks' name of the bank or the name that users read. No
 * content for another bank: the kit then shows the initials of its name. A real app has logos of its own, or none.
 */
export async function serveLogos(request: Request): Promise<Response> {
  const name = new URL(request.url).pathname.slice('/logos/'.length);
  const isNamed = (each: string): boolean => encodeURIComponent(each) === name;
  const mark = institutions.find((bank) => [bank.name, ...Object.values(bank.title)].some(isNamed))?.mark;
  if (!mark) return new Response(null, { status: 204 });
  const { background, foreground, path } = mark;
  return new Response(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-4 -4 32 32"><path fill="${background}" d="M-4-4h32v32H-4z"/><path fill="${foreground}" d="${path}"/></svg>`,
    { headers: { 'content-type': 'image/svg+xml', 'cache-control': 'max-age=3600' } },
  );
}
