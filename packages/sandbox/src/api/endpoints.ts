import type { Answer } from './answer.ts';
import { authorize } from './authorizeEndpoint.ts';
import type { Call } from './call.ts';
import { generateAuthorizeToken } from './generateAuthorizeToken.ts';
import { getAccountsDetail, getAccountsDetailAsync } from './getAccountsDetail.ts';
import { getAccountsSummary, getAccountsSummaryAsync } from './getAccountsSummary.ts';

/** Every endpoint, as Flinks' index lists them (contract: api.md 2), with the key that opens it (1.3). */
export const endpoints: readonly Endpoint[] = [
  { name: 'GenerateAuthorizeToken', method: 'POST', key: 'secret', handle: generateAuthorizeToken },
  { name: 'Authorize', method: 'POST', key: 'token', handle: authorize },
  { name: 'GetAccountsSummary', method: 'POST', key: 'api-key', handle: getAccountsSummary },
  { name: 'GetAccountsSummaryAsync', method: 'GET', key: 'api-key', handle: getAccountsSummaryAsync },
  { name: 'GetAccountsDetail', method: 'POST', key: 'api-key', handle: getAccountsDetail },
  { name: 'GetAccountsDetailAsync', method: 'GET', key: 'api-key', handle: getAccountsDetailAsync },
];

/** One endpoint under `/v3/{customerId}/BankingServices`. */
export interface Endpoint {
  readonly name: string;
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly key: 'secret' | 'token' | 'api-key' | 'bearer';
  readonly handle: (call: Call) => Answer | Promise<Answer>;
}
