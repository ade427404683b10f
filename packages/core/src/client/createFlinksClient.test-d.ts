// Compiled with everything else by `npm test -- types`, and never run.
import { describe, expectTypeOf, it } from 'vitest';
import type { AccountsSnapshot } from '../accounts/eft/connectedAccount.ts';
import type { Connection } from '../connections/connection.ts';
import type { SessionStatus } from '../session/connectClient.ts';
import { createFlinksClient } from './createFlinksClient.ts';
import type { FlinksClient, RefreshOutcome } from './flinksClient.ts';

const client = createFlinksClient({ endpoint: '/api/flinks', userId: 'ann' });

describe('createFlinksClient', () => {
  it('has every method, each with its own answer', () => {
    expectTypeOf(client.listConnections()).resolves.toEqualTypeOf<readonly Connection[]>();
    expectTypeOf(client.getConnection('id')).resolves.toEqualTypeOf<Connection>();
    expectTypeOf(client.getAccounts('id')).resolves.toEqualTypeOf<AccountsSnapshot>();
    expectTypeOf(client.refreshConnection('id')).resolves.toEqualTypeOf<RefreshOutcome>();
    expectTypeOf(client).toExtend<FlinksClient>();
  });

  it('takes an AbortSignal with every read', () => {
    const { signal } = new AbortController();
    void client.getAccounts('id', { signal });
    void client.listConnections({ signal });
  });

  it('opens a connection again, or an institution', () => {
    void client.openSession({});
    void client.openSession({ connectionId: 'id', language: 'fr' });
    // @ts-expect-error -- Flinks has two languages
    void client.openSession({ language: 'de' });
  });
});

describe('unions', () => {
  it('are narrowed by their status', () => {
    type At<Status extends SessionStatus['status']> = Extract<SessionStatus, { status: Status }>;
    expectTypeOf<At<'connected'>['connection']>().toEqualTypeOf<Connection>();
    expectTypeOf<At<'failed'>['code']>().toBeString();
    expectTypeOf<At<'linking'>>().not.toHaveProperty('connection');
    expectTypeOf<Connection['verification']>().toEqualTypeOf<'verified' | 'unverified' | 'rejected'>();
  });
});
