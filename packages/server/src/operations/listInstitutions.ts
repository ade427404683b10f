import type { ConnectLanguage, Institution } from '@flinks-kit/core';
import { refusal } from '../common/refusals.ts';
import type { ServerContext } from '../context/ServerContext.ts';

/** The institutions that can be connected, in order of name. The same for each user, and no user's data. */
export async function listInstitutions(
  context: ServerContext,
  language: ConnectLanguage,
): Promise<readonly Institution[]> {
  if (!context.offersInstitutions) {
    throw refusal('feature-off', {
      note: 'A developer switches it on by institutions: true in createFlinksServer.',
    });
  }
  const list = await context.institutions.list(language);
  if (list === null) throw refusal('unavailable');
  return list;
}
