// Compiled with everything else by `npm test -- types`, and never run.
import type { AccountsSnapshot, Connection, DeletionOutcome, SessionStatus } from '@flinks-kit/core';
import { describe, expectTypeOf, it } from 'vitest';
import { createFlinksServer, type FlinksServer, type FlinksServerOptions } from './index.ts';
import type { NodeContext } from './node/index.ts';

declare const options: FlinksServerOptions;
declare const request: Request;

describe('createFlinksServer', () => {
  it('needs four options, and none of them may be undefined', () => {
    expectTypeOf<Pick<FlinksServerOptions, 'endpoint' | 'flinks' | 'identify' | 'encryption'>>().toExtend<
      Pick<Required<FlinksServerOptions>, 'endpoint' | 'flinks' | 'identify' | 'encryption'>
    >();
    expectTypeOf<{}>().toExtend<
      Omit<FlinksServerOptions, 'endpoint' | 'flinks' | 'identify' | 'encryption'>
    >();
    expectTypeOf<Omit<FlinksServerOptions, 'identify'>>().not.toExtend<FlinksServerOptions>();
    expectTypeOf<{ endpoint: undefined }>().not.toExtend<Pick<FlinksServerOptions, 'endpoint'>>();
  });

  it('takes no misspelled option', () => {
    // @ts-expect-error -- `allowedOrigins`
    createFlinksServer({ ...options, allowedOrigin: [] });
  });

  it('gives `identify` what the platform hands on, and wants it from the caller of `handler`', async () => {
    const flinks = createFlinksServer({
      ...options,
      identify: (_request, { incoming }: NodeContext) => incoming.headers.host ?? null,
    });
    expectTypeOf(flinks).toEqualTypeOf<FlinksServer<NodeContext>>();
    // @ts-expect-error -- `identify` reads the context
    await flinks.handler(request);
    const plain = createFlinksServer({ ...options, identify: async () => 'ann' });
    expectTypeOf(await plain.handler(request)).toEqualTypeOf<Response>();
  });

  it('lets `identify` return an id, nothing or a Response, and no object', () => {
    type Identified = Awaited<ReturnType<FlinksServerOptions['identify']>>;
    expectTypeOf<Identified>().toEqualTypeOf<string | null | undefined | Response>();
  });
});

describe('forUser', () => {
  it('returns what the browser’s client returns', () => {
    const user = createFlinksServer(options).forUser('ann');
    expectTypeOf(user.getAccounts('id')).resolves.toEqualTypeOf<AccountsSnapshot>();
    expectTypeOf(user.listConnections()).resolves.toEqualTypeOf<readonly Connection[]>();
    expectTypeOf(user.deleteConnection('id')).resolves.toEqualTypeOf<DeletionOutcome>();
    expectTypeOf(user.getSession('id')).resolves.toEqualTypeOf<SessionStatus>();
    expectTypeOf(user.userId).toEqualTypeOf<string>();
  });

  it('has full numbers in an EFT instruction alone', () => {
    const user = createFlinksServer(options).forUser('ann');
    type Instruction = Awaited<ReturnType<typeof user.getEftInstruction>>;
    expectTypeOf<Instruction>().toHaveProperty('accountNumber').toBeString();
    expectTypeOf<AccountsSnapshot['accounts'][number]['accountNumber']>().toExtend<
      string | null | undefined
    >();
  });
});
