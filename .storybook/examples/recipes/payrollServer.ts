import { FlinksKitError } from '@flinks-kit/core';
import type { EftInstruction, FlinksServer } from '@flinks-kit/server';

/** On payday: the numbers of the chosen account, or why the employee has to look at it again. */
export async function findWageAccount(
  flinks: FlinksServer,
  { userId, connectionId, accountId }: WageChoice,
): Promise<EftInstruction | 'ask-employee'> {
  try {
    return await flinks.forUser(userId).getEftInstruction({ connectionId, accountId });
  } catch (error) {
    // The bank was disconnected, the account is gone, or it cannot be paid any more.
    if (error instanceof FlinksKitError && error.status !== null && error.status < 500) {
      return 'ask-employee';
    }
    throw error;
  }
}

/** What `PUT /api/payroll/account` stored. */
interface WageChoice {
  readonly userId: string;
  readonly connectionId: string;
  readonly accountId: string;
}
