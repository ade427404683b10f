import { includesId, listAccounts } from '../bank/accounts.ts';
import type { BankAccount } from '../state/bankAccount.ts';
import type { Answer } from '../state/json.ts';
import { guidFrom } from '../state/random.ts';
import type { SandboxState } from '../state/sandboxState.ts';
import { answer, loginBody, refuse } from './answer.ts';
import { findDataSession } from './findDataSession.ts';
import type { Call, Fields } from './readFields.ts';

/** `POST /GetStatements` (docs/flinks/api.md 2.8). */
export function getStatements({ state, fields }: Call): Answer {
  return giveStatements(state, fields.text('RequestId'), fields);
}

/** `GET /GetStatementsAsync/{requestId}`: the same payload. */
export function getStatementsAsync({ state, id, fields }: Call): Answer {
  return giveStatements(state, id, fields);
}

function giveStatements(state: SandboxState, requestId: string | undefined, fields: Fields): Answer {
  const session = findDataSession(state, requestId);
  if ('status' in session) {
    // Here the refusal does not name the RequestId (docs/flinks/api.md 3.2).
    return session.status === 400 ? refuse(state.settings, 'SESSION_NONEXISTENT') : session;
  }
  const count = statementCounts.get(fields.text('NumberOfStatements') ?? 'MostRecent') ?? 1;
  const filter = fields.texts('AccountsFilter') ?? [];
  const { institution, card, testUser } = session;
  return answer(200, {
    StatementsByAccount: listAccounts(session)
      .filter(({ id }) => filter.length === 0 || includesId(filter, id))
      .map(({ account, id }) => ({
        // Without the dash that the other answers have, as captured.
        AccountNumber: account.accountNumber?.replaceAll('-', '') ?? null,
        Statements: testUser.hasStatements ? statementsOf(account, id, count) : [],
      })),
    InstitutionName: institution.name,
    Login: loginBody(card),
    InstitutionId: institution.id,
    Institution: institution.name,
    RequestId: session.requestId,
  });
}

function statementsOf({ title }: BankAccount, id: string, count: number): readonly unknown[] {
  return Array.from({ length: count }, (_, age) => ({
    UniqueId: guidFrom(id, 'statement', String(age)).replaceAll('-', '').toUpperCase(),
    FileType: 'PDF',
    // Enough of a PDF to be recognised by its first bytes; the title has letters that base64 alone cannot encode.
    Base64Bytes: btoa(
      `%PDF-1.4\n% Sandbox statement ${age + 1} of ${encodeURIComponent(title ?? id)}\n%%EOF\n`,
    ),
  }));
}

const statementCounts: ReadonlyMap<string, number> = new Map([
  ['MostRecent', 1],
  ['Months3', 3],
  ['Months12', 12],
]);
