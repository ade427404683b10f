import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';

const visitorCookie = 'fernhill-visitor';
const residentCookie = 'fernhill-resident';
const residents: readonly string[] = ['robin', 'sacha'];

/**
 * Who is asking: one of the two residents of this browser. A real app reads its own session here. The visitor part
 * is random and hidden from scripts, so two browsers never meet; the resident part stands for signing in.
 */
export function identify(request: Request): string | null {
  const cookies = readCookies(request.headers.get('cookie') ?? '');
  const visitor = cookies.get(visitorCookie);
  if (visitor === undefined) return null;
  const resident = cookies.get(residentCookie) ?? '';
  return `${visitor}/${residents.includes(resident) ? resident : residents[0]}`;
}

/** Gives a browser without a visitor cookie one. */
export function welcome(incoming: IncomingMessage, outgoing: ServerResponse): void {
  if (readCookies(incoming.headers.cookie ?? '').has(visitorCookie)) return;
  outgoing.setHeader('set-cookie', `${visitorCookie}=${randomUUID()}; Path=/; HttpOnly; SameSite=Lax`);
}

function readCookies(header: string): ReadonlyMap<string, string> {
  return new Map(
    header.split(';').map((pair) => {
      const [name = '', ...value] = pair.split('=');
      return [name.trim(), value.join('=').trim()];
    }),
  );
}
