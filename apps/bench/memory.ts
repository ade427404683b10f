import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createSandbox, type Sandbox } from '@flinks-kit/sandbox';
import type { Line } from './report.ts';

/**
 * What a sandbox keeps in memory after 100,000 calls, beside the same sandbox after 50,000: it remembers the last
 * 10,000 conversations and 1,000 calls, so once these are full nothing may grow any more.
 */
export async function measureMemory(): Promise<readonly Line[]> {
  const collectGarbage = exposeGarbageCollector();
  const heapInMb = (): number => {
    collectGarbage();
    return process.memoryUsage().heapUsed / 2 ** 20;
  };

  const before = heapInMb();
  const sandbox = createSandbox({ pendingPolls: 0 });
  await converse(sandbox, 50_000);
  const halfway = heapInMb() - before;
  await converse(sandbox, 50_000);
  const inTheEnd = heapInMb() - before;
  return [
    {
      what: 'a sandbox after 100,000 calls',
      figure: inTheEnd,
      unit: 'MB',
      reference: halfway,
      beside: 'after 50,000',
      ratioBudget: 1.25,
    },
  ];
}

/** Conversations of four calls each, one after the other, until so many calls were made. */
async function converse(sandbox: Sandbox, calls: number): Promise<void> {
  const { customerId, secretKey, apiKey, instance } = sandbox.credentials;
  const base = `https://${instance}-api.private.fin.ag/v3/${customerId}/BankingServices`;
  const call = async (path: string, headers: Record<string, string>, body: object): Promise<Answer> => {
    const response = await sandbox.fetch(
      new Request(base + path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
      }),
    );
    if (response.status !== 200) {
      throw new Error(`${path} answered ${response.status}, so the memory of the sandbox was not measured.`);
    }
    // The body of a 200; the contract test of the sandbox checks its shape.
    const answer: Answer = await response.json();
    return answer;
  };

  for (let made = 0; made < calls; made += 4) {
    const { Token } = await call('/GenerateAuthorizeToken', { 'flinks-auth-key': secretKey }, {});
    const { RequestId } = await call('/Authorize', { 'flinks-auth-key': Token ?? '' }, everyday);
    await call('/GetAccountsSummary', { 'x-api-key': apiKey }, { RequestId });
    await call('/GetAccountsDetail', { 'x-api-key': apiKey }, { RequestId, WithTransactions: false });
  }
}

interface Answer {
  readonly Token?: string;
  readonly RequestId?: string;
}

// The test user of Flinks Capital without security questions. Transactions are generated again for each answer and never
// kept: leaving them out saves most of the time and none of the memory.
const everyday = {
  Institution: 'FlinksCapital',
  Username: 'greatday_nomfa',
  Password: 'Everyday',
  Save: true,
};

// Asking for it here spares each run a flag. With the flag on, `gc` of a
// fresh context is V8's function.
function exposeGarbageCollector(): () => void {
  setFlagsFromString('--expose-gc');
  const collectGarbage: () => void = runInNewContext('gc');
  return collectGarbage;
}
