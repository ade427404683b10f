const scopeCookie = 'fernhill-scope';
const userCookie = 'fernhill-user';
const users: readonly string[] = ['robin', 'sacha'];

/**
 * The id of the user who sent a request. A real app reads its own session here; a sample has no passwords, so a cookie
 * names one of its two users. Each test adds a scope of its own in a second cookie, so that tests share no user.
 */
export function identify(request: Request): string {
  const cookies = readCookies(request.headers.get('cookie') ?? '');
  const user = cookies.get(userCookie) ?? '';
  return toUserId(users.includes(user) ? user : 'robin', cookies.get(scopeCookie));
}

/** The id under which the kit stores a user's data. */
export function toUserId(user: string, scope = 'home'): string {
  return `${scope}/${user}`;
}

function readCookies(header: string): ReadonlyMap<string, string> {
  return new Map(
    header.split(';').map((pair) => {
      const [name = '', ...value] = pair.split('=');
      return [name.trim(), value.join('=').trim()];
    }),
  );
}
