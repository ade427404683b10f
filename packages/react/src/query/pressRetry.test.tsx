import { type FlinksClient, FlinksKitError } from '@flinks-kit/core';
import { renderWithKit, testClient } from '#test';
import { onlineManager } from '@tanstack/react-query';
import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactElement } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { snapshot } from '../../test/sampleAccounts.ts';
import { sampleConnection } from '../../test/sampleConnection.ts';
import { AccountList } from '../accounts/AccountList.tsx';
import { AccountPicker } from '../accounts/AccountPicker.tsx';
import { useAccounts } from '../accounts/useAccounts.ts';
import { useAllAccounts } from '../accounts/useAllAccounts.ts';
import { ConnectionList } from '../connections/ConnectionList.tsx';
import { useConnections } from '../connections/useConnections.ts';
import { useInstitutions } from '../connections/useInstitutions.ts';
import { InstitutionPicker } from '../institutions/InstitutionPicker.tsx';

const components: Readonly<Record<string, () => ReactElement>> = {
  AccountList: () => <AccountList accounts={useAccounts('c1')} />,
  AccountPicker: () => <AccountPicker accounts={useAccounts('c1')} />,
  'AccountList of all banks': () => <AccountList accounts={useAllAccounts()} />,
  ConnectionList: () => <ConnectionList connections={useConnections()} />,
  InstitutionPicker: () => (
    <InstitutionPicker institutions={useInstitutions()} connect={{ open: () => undefined }} />
  ),
};

describe.each(Object.entries(components))('a press of "Try again" in %s', (_name, Component) => {
  afterEach(() => {
    act(() => onlineManager.setOnline(true));
  });

  /** A client whose next responses wait for the test. */
  function renderWith(first: 'failed' | 'offline') {
    const failure = new FlinksKitError('Unreachable.', { code: 'network', retry: true });
    let respond: () => Promise<void> = () => Promise.reject(failure);
    const after = <Value,>(value: Value) => respond().then(() => value);
    const client: Partial<FlinksClient> = {
      getAccounts: () => after(snapshot()),
      listConnections: () => after([sampleConnection({ institutionName: 'Sample Bank' })]),
      listInstitutions: () => after([{ id: '14', name: 'Sample Bank', country: 'CA' }]),
    };
    if (first === 'offline') onlineManager.setOnline(false);
    const { container } = renderWithKit(<Component />, { client: testClient(client) });
    let resolve = (): void => undefined;
    let reject = (_cause: Error): void => undefined;
    const promise = new Promise<void>((...settle) => ([resolve, reject] = settle));
    return {
      container,
      hold: () => {
        respond = () => promise;
      },
      answer: () => act(async () => resolve()),
      fail: () => act(async () => reject(failure)),
    };
  }

  const hasFocusIn = (container: HTMLElement) =>
    document.activeElement !== document.body && container.contains(document.activeElement);

  it.each(['failed', 'offline'] as const)('keeps the focus in the component: %s', async (first) => {
    const { container, hold, answer } = renderWith(first);
    const button = await screen.findByRole('button', { name: 'Try again' });
    hold();
    button.focus();
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(button).not.toBeInTheDocument());
    expect(hasFocusIn(container)).toBe(true);
    await answer();
    await screen.findAllByText(/Sample/);
    expect(hasFocusIn(container)).toBe(true);
  });

  it('leaves the button one Tab away where it fails again', async () => {
    const { hold, fail } = renderWith('failed');
    const button = await screen.findByRole('button', { name: 'Try again' });
    hold();
    button.focus();
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(button).not.toBeInTheDocument());
    await fail();
    const again = await screen.findByRole('button', { name: 'Try again' });
    await userEvent.tab();
    expect(again).toHaveFocus();
  });
});
