import type { Answer } from './answer.ts';
import { authorize } from './authorize.ts';
import type { Call } from './call.ts';
import { generateAuthorizeToken } from './generateAuthorizeToken.ts';
import { authorizeAsync } from './authorizeAsync.ts';
import { deleteCard } from './deleteCard.ts';
import { getStatements, getStatementsAsync } from './getStatements.ts';
import { listInstitutions } from './institutions.ts';
import { answerMfaQuestions, getMfaQuestions } from './mfaQuestions.ts';
import { getNightlyRefreshStatus, setScheduledRefresh } from './scheduledRefresh.ts';
import { getAccountsDetail, getAccountsDetailAsync } from './getAccountsDetail.ts';
import { getAccountsSummary, getAccountsSummaryAsync } from './getAccountsSummary.ts';

/** Every endpoint, as Flinks' index lists them (docs/flinks/api.md 2), with the key that opens it (1.3): where
 * the docs leave that open, the key of the other data endpoints. */
export const endpoints: readonly Endpoint[] = [
  { name: 'GenerateAuthorizeToken', method: 'POST', key: 'secret', handle: generateAuthorizeToken },
  { name: 'Authorize', method: 'POST', key: 'token', handle: authorize },
  { name: 'GetAccountsSummary', method: 'POST', key: 'api-key', handle: getAccountsSummary },
  { name: 'GetAccountsSummaryAsync', method: 'GET', key: 'api-key', handle: getAccountsSummaryAsync },
  { name: 'GetAccountsDetail', method: 'POST', key: 'api-key', handle: getAccountsDetail },
  { name: 'GetAccountsDetailAsync', method: 'GET', key: 'api-key', handle: getAccountsDetailAsync },
  { name: 'AuthorizeAsync', method: 'POST', key: 'token', handle: authorizeAsync },
  { name: 'GetStatements', method: 'POST', key: 'api-key', handle: getStatements },
  { name: 'GetStatementsAsync', method: 'GET', key: 'api-key', handle: getStatementsAsync },
  { name: 'SetScheduledRefresh', method: 'PATCH', key: 'api-key', handle: setScheduledRefresh },
  { name: 'GetNightlyRefreshStatus', method: 'GET', key: 'bearer', handle: getNightlyRefreshStatus },
  { name: 'DeleteCard', method: 'DELETE', key: 'api-key', handle: deleteCard },
  { name: 'GetMFAQuestions', method: 'GET', key: 'api-key', handle: getMfaQuestions },
  { name: 'AnswerMFAQuestions', method: 'PATCH', key: 'api-key', handle: answerMfaQuestions },
  { name: 'Institutions', method: 'GET', key: 'api-key', handle: listInstitutions },
];

/** One endpoint under `/v3/{customerId}/BankingServices`. */
export interface Endpoint {
  readonly name: string;
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly key: 'secret' | 'token' | 'api-key' | 'bearer';
  readonly handle: (call: Call) => Answer | Promise<Answer>;
}
