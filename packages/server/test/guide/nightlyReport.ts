import { evaluateNightlyRefresh, type FlinksServer } from '@flinks-kit/server';

/** Which of a user's banks Flinks will not read tonight, and why. */
export async function nightlyReport(
  flinks: FlinksServer,
  userId: string,
  now: number,
): Promise<readonly string[]> {
  const connections = await flinks.forUser(userId).listConnections();
  return connections.flatMap((connection) => {
    const bank = connection.institutionName ?? connection.institution ?? 'A bank';
    return evaluateNightlyRefresh(connection, { now })
      .filter(({ holds }) => holds !== true)
      .map(({ condition, holds, why }) => `${bank}: ${condition} is ${holds}. ${why}`);
  });
}
