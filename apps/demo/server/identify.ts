const householdCookie = 'fernhill-household';
const residentCookie = 'fernhill-resident';
const residents: readonly string[] = ['robin', 'sacha'];

/**
 * Who is asking: one of the two residents. A real app reads its own session here; a sample has no passwords, so a
 * cookie says who is signed in. Tests bring a household each, so that they don't meet; everybody else lives at home.
 */
export function identify(request: Request): string {
  const cookies = readCookies(request.headers.get('cookie') ?? '');
  const resident = cookies.get(residentCookie) ?? '';
  return userOf(residents.includes(resident) ? resident : 'robin', cookies.get(householdCookie));
}

/** The user id of a resident. */
export function userOf(resident: string, household = 'home'): string {
  return `${household}/${resident}`;
}

function readCookies(header: string): ReadonlyMap<string, string> {
  return new Map(
    header.split(';').map((pair) => {
      const [name = '', ...value] = pair.split('=');
      return [name.trim(), value.join('=').trim()];
    }),
  );
}
