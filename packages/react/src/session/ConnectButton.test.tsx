import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactElement } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { connectClient, renderWithKit } from '#test';
import { frCA } from '../labels/frCA.ts';
import { ConnectButton, type ConnectButtonProps } from './ConnectButton.tsx';
import { useFlinksConnect } from './useFlinksConnect.ts';

function Page(props: Omit<ConnectButtonProps, 'connect' | 'ref'>): ReactElement {
  const connect = useFlinksConnect();
  return <ConnectButton {...props} connect={connect} />;
}

describe('ConnectButton', () => {
  it('opens a session once, with what was asked for', async () => {
    const { client, opened } = connectClient({ linkConnection: () => new Promise(() => undefined) });
    renderWithKit(<Page request={{ institution: 'SampleBank' }} />, { client });
    const button = screen.getByRole('button', { name: 'Connect your bank' });
    await userEvent.dblClick(button);
    expect(opened).toEqual([expect.objectContaining({ institution: 'SampleBank' })]);
    expect(button).toHaveAttribute('aria-disabled', 'true');
  });

  it('is described by what the user agrees to', () => {
    renderWithKit(<Page />);
    expect(screen.getByRole('button')).toHaveAccessibleDescription(/Flinks.*never see your password/);
  });

  it('takes words, a sign and a condition of the app', async () => {
    const { client, opened } = connectClient();
    renderWithKit(
      <Page consent={null} icon={<b>★</b>} onClick={(event) => event.preventDefault()}>
        Add a bank
      </Page>,
      { client },
    );
    const button = screen.getByRole('button', { name: '★Add a bank' });
    expect(button).not.toHaveAccessibleDescription();
    await userEvent.click(button);
    expect(opened).toEqual([]);
  });

  it('keeps a handler of the app', async () => {
    const onClick = vi.fn();
    const { client, opened } = connectClient();
    renderWithKit(<Page onClick={onClick} />, { client });
    await userEvent.click(screen.getByRole('button'));
    expect(onClick).toHaveBeenCalledOnce();
    expect(opened).toHaveLength(1);
  });

  it('is in Canadian French for a provider in that language', () => {
    renderWithKit(<Page />, { locale: 'fr-CA', labels: frCA });
    expect(screen.getByRole('button', { name: 'Connecter ma banque' })).toHaveAccessibleDescription(
      /par l’entremise de Flinks/,
    );
  });
});
