import type { Answer } from '../state/json.ts';
import { authorize } from './authorize.ts';
import { authorizeAsync } from './authorizeAsync.ts';
import type { EndpointKey } from './checkKey.ts';
import { deleteCard } from './deleteCard.ts';
import { matchFields } from './fieldMatch.ts';
import { getAccountsDetail, getAccountsDetailAsync } from './getAccountsDetail.ts';
import { getAccountsSummary, getAccountsSummaryAsync } from './getAccountsSummary.ts';
import { getStatements, getStatementsAsync } from './getStatements.ts';
import { listInstitutions } from './institutions.ts';
import { answerMfaQuestions, getMfaQuestions } from './mfaQuestions.ts';
import type { Call } from './readFields.ts';
import { getNightlyRefreshStatus, changeScheduledRefresh } from './scheduledRefresh.ts';
import { createAccessToken, generateAuthorizeToken } from './tokens.ts';

/**
 * Every endpoint with the key that opens it (docs/flinks/api.md 1.3, 2): where the docs leave that open, the key of the
 * other data endpoints. The async endpoints take POST as well, as an older page and one client do (13.10).
 */
export const endpoints: readonly Endpoint[] = [
  { name: 'GenerateAuthorizeToken', methods: ['POST'], key: 'secret', handle: generateAuthorizeToken },
  { name: 'Token', methods: ['POST'], key: 'body', handle: createAccessToken },
  { name: 'Authorize', methods: ['POST'], key: 'token', handle: authorize },
  { name: 'AuthorizeAsync', methods: ['POST'], key: 'token', handle: authorizeAsync },
  { name: 'GetAccountsSummary', methods: ['POST'], key: 'api-key', handle: getAccountsSummary },
  {
    name: 'GetAccountsSummaryAsync',
    methods: ['GET', 'POST'],
    key: 'api-key',
    handle: getAccountsSummaryAsync,
  },
  { name: 'GetAccountsDetail', methods: ['POST'], key: 'api-key', handle: getAccountsDetail },
  {
    name: 'GetAccountsDetailAsync',
    methods: ['GET', 'POST'],
    key: 'api-key',
    handle: getAccountsDetailAsync,
  },
  { name: 'GetStatements', methods: ['POST'], key: 'api-key', handle: getStatements },
  { name: 'GetStatementsAsync', methods: ['GET', 'POST'], key: 'api-key', handle: getStatementsAsync },
  { name: 'SetScheduledRefresh', methods: ['PATCH'], key: 'api-key', handle: changeScheduledRefresh },
  { name: 'GetNightlyRefreshStatus', methods: ['GET'], key: 'bearer', handle: getNightlyRefreshStatus },
  { name: 'DeleteCard', methods: ['DELETE'], key: 'api-key', handle: deleteCard },
  { name: 'GetMFAQuestions', methods: ['GET'], key: 'api-key', handle: getMfaQuestions },
  { name: 'AnswerMFAQuestions', methods: ['PATCH'], key: 'api-key', handle: answerMfaQuestions },
  { name: 'Institutions', methods: ['GET'], key: 'api-key', handle: listInstitutions },
  { name: 'FieldMatch', methods: ['POST'], key: 'api-key', handle: matchFields },
];

/** One endpoint under `/v3/{customerId}/BankingServices`. */
export interface Endpoint {
  readonly name: string;
  readonly methods: readonly ('GET' | 'POST' | 'PATCH' | 'DELETE')[];
  readonly key: EndpointKey;
  readonly handle: (call: Call) => Answer | Promise<Answer>;
}
