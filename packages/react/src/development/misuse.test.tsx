import { renderWithKit } from '#test';
import { createElement, type ReactElement } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { snapshot } from '../../test/sampleAccounts.ts';
import { sampleConnection } from '../../test/sampleConnection.ts';
import * as entry from '../index.ts';

// As JavaScript writes it, past the types: a part of a hook's result, or none.

const parts: Readonly<Record<string, readonly unknown[]>> = {
  useAccounts: [undefined, null, snapshot(), Promise.resolve(snapshot()), 'accounts', 7],
  useConnections: [
    undefined,
    null,
    [],
    [sampleConnection()],
    sampleConnection(),
    Promise.resolve([]),
    'connections',
  ],
  useInstitutions: [
    undefined,
    null,
    [],
    [{ id: '14', name: 'Sample Bank', country: 'CA' }],
    Promise.resolve([]),
    {},
  ],
  useFlinksConnect: [undefined, null, [], () => undefined, { open: () => undefined }, { status: 'idle' }],
};

const connect = { open: () => undefined };
const draw = (component: unknown, props: object): ReactElement =>
  Reflect.apply(createElement, undefined, [component, props]);

describe('a component that gets a part of a result', () => {
  beforeEach(() => {
    vi.spyOn(console, 'error').mockReturnValue();
  });
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it.each([
    [entry.AccountList, 'accounts', 'useAccounts', {}],
    [entry.AccountPicker, 'accounts', 'useAccounts', {}],
    [entry.ConnectionList, 'connections', 'useConnections', {}],
    [entry.ReconnectBanner, 'connections', 'useConnections', { connect }],
    [entry.InstitutionPicker, 'institutions', 'useInstitutions', { connect }],
    [entry.FlinksConnect, 'connect', 'useFlinksConnect', {}],
    [entry.FlinksConnectDialog, 'connect', 'useFlinksConnect', {}],
    [entry.ConnectButton, 'connect', 'useFlinksConnect', {}],
    [entry.ConnectProgress, 'connect', 'useFlinksConnect', {}],
  ] as const)('states what to pass: %o %s', (component, prop, hook, others) => {
    for (const part of parts[hook] ?? []) {
      const message = `Pass the whole result of ${hook}(), and not a part of it.`;
      expect(() => renderWithKit(draw(component, { ...others, [prop]: part })), String(part)).toThrow(
        message,
      );
    }
  });
});
