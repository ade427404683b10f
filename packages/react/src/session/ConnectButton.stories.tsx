import type { Meta, StoryObj } from '@storybook/react-vite';
import type { ComponentProps, ReactElement } from 'react';
import { expect, userEvent, waitFor } from 'storybook/test';
import { onPhone } from '../../test/onPhone.tsx';
import { ConnectButton } from './ConnectButton.tsx';
import { FlinksConnectDialog } from './FlinksConnectDialog.tsx';
import { useFlinksConnect } from './useFlinksConnect.ts';

const meta = {
  title: 'Components/ConnectButton',
  component: Page,
  argTypes: { icon: { control: false }, consent: { control: false } },
} satisfies Meta<typeof Page>;

export default meta;
type Story = StoryObj<typeof meta>;

function Page(props: Omit<ComponentProps<typeof ConnectButton>, 'connect' | 'ref'>): ReactElement {
  const connect = useFlinksConnect();
  return (
    <>
      <ConnectButton {...props} connect={connect} />
      <FlinksConnectDialog connect={connect} />
    </>
  );
}

/** With a sign, and what the user should know first. */
export const Default: Story = {};

/** Words of the app; no sign and no sentence. */
export const OwnWords: Story = {
  name: 'Your own words',
  args: { children: 'Add a payout account', icon: null, consent: null },
};

/** A press opens the dialog, and the button waits until the session is over. */
export const Pressed: Story = {
  play: async ({ canvas, canvasElement }) => {
    await userEvent.click(canvas.getByRole('button'));
    await waitFor(() => expect(canvasElement.querySelector('dialog')?.open).toBe(true));
    await expect(canvasElement.querySelector('[data-flinks-connect-button]')).toHaveAttribute(
      'aria-disabled',
      'true',
    );
  },
};

export const Narrow: Story = { ...onPhone };
