import type { Connection, ConnectSession } from '@flinks-kit/core';
import { describe, expectTypeOf, it } from 'vitest';
import type {
  AccountPickerProps,
  ConnectedAccount,
  AccountsSnapshot,
  FlinksClient,
  FlinksProviderProps,
  useAccounts,
  useDeleteConnection,
  useNightlyRefresh,
} from './index.ts';

describe('FlinksProviderProps', () => {
  it('takes an endpoint with a user, or a client, never both', () => {
    expectTypeOf<{ endpoint: string; userId: string | null }>().toExtend<FlinksProviderProps>();
    expectTypeOf<{ client: FlinksClient }>().toExtend<FlinksProviderProps>();
    expectTypeOf<{ endpoint: string }>().not.toExtend<FlinksProviderProps>();
    expectTypeOf<{ endpoint: string; userId: undefined }>().not.toExtend<FlinksProviderProps>();
    expectTypeOf<{
      endpoint: string;
      userId: string;
      client: FlinksClient;
    }>().not.toExtend<FlinksProviderProps>();
    expectTypeOf<{ locale: string }>().not.toExtend<FlinksProviderProps>();
  });
});

describe('AccountPickerProps', () => {
  it('has one value, or a list where `multiple` is set', () => {
    type One = Extract<AccountPickerProps, { multiple?: false | undefined }>;
    type Several = Extract<AccountPickerProps, { multiple: true }>;
    expectTypeOf<One['value']>().toEqualTypeOf<string | null | undefined>();
    expectTypeOf<Several['value']>().toEqualTypeOf<readonly string[] | undefined>();
    expectTypeOf<NonNullable<One['onValueChange']>>().toEqualTypeOf<
      (value: string | null, account: ConnectedAccount | null) => void
    >();
    expectTypeOf<NonNullable<Several['onValueChange']>>().toEqualTypeOf<
      (values: readonly string[], accounts: readonly ConnectedAccount[]) => void
    >();
  });
});

describe('a session', () => {
  it('is narrowed by its status', () => {
    type At<Status extends ConnectSession['status']> = Extract<ConnectSession, { status: Status }>;
    expectTypeOf<At<'connected'>['connection']>().toEqualTypeOf<Connection>();
    expectTypeOf<At<'failed'>>().toHaveProperty('error');
    expectTypeOf<At<'exited'>>().toHaveProperty('reason');
    expectTypeOf<At<'active'>>().toHaveProperty('stage');
    expectTypeOf<At<'idle'>>().not.toHaveProperty('connection');
  });
});

describe('hooks', () => {
  it('infer data from `select`', () => {
    expectTypeOf<ReturnType<typeof useAccounts<AccountsSnapshot>>['data']>().toEqualTypeOf<
      AccountsSnapshot | undefined
    >();
    expectTypeOf<ReturnType<typeof useAccounts<number>>['data']>().toEqualTypeOf<number | undefined>();
  });

  it('take mutation variables by name', () => {
    type Variables<Hook extends (...args: never[]) => { mutate: (...args: never[]) => void }> = Parameters<
      ReturnType<Hook>['mutate']
    >[0];
    expectTypeOf<Variables<typeof useDeleteConnection>>().toEqualTypeOf<{ readonly connectionId: string }>();
    expectTypeOf<Variables<typeof useNightlyRefresh>>().toExtend<{
      readonly connectionId: string;
      readonly enabled: boolean;
    }>();
  });
});
