import 'server-only';
import { cookies } from 'next/headers';

/** Your own sign-in: the id of the signed-in user. Here each browser is a user, by a cookie that `signIn` sets. */
export async function userIdOf(): Promise<string | null> {
  return (await cookies()).get('user')?.value ?? null;
}
