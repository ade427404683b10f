'use server';

import { randomUUID } from 'node:crypto';
import { revalidatePath } from 'next/cache';
import { cookies } from 'next/headers';
import { flinks } from '../lib/flinks';
import { userIdOf } from '../lib/session';

export async function signIn(): Promise<void> {
  (await cookies()).set('user', randomUUID(), { httpOnly: true, sameSite: 'lax' });
  revalidatePath('/');
}

/** What never is a route: the routing of an account, for your own payment provider. The browser gets no number. */
export async function chooseForPayments(form: FormData): Promise<void> {
  const userId = await userIdOf();
  if (userId === null) throw new Error('Sign in first.');
  const [connectionId, accountId] = [form.get('connection'), form.get('account')];
  if (typeof connectionId !== 'string' || typeof accountId !== 'string')
    throw new Error('Choose an account.');
  const instruction = await flinks.forUser(userId).getEftInstruction({ connectionId, accountId });
  console.log(`An account in ${instruction.currency ?? 'an unknown currency'} can be debited.`);
}
