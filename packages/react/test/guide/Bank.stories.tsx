import { FlinksProvider } from '@flinks-kit/react';
import { createFakeFlinks, fakeAccount } from '@flinks-kit/react/testing';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { expect } from 'storybook/test';
import { Bank } from './Bank.tsx';

const fake = createFakeFlinks({
  accounts: [fakeAccount({ title: 'Sample Chequing' })],
  // Any page of your Storybook's static files: the fake posts its messages.
  connectUrl: new URL('/widget/blank.html', location.href).href,
});
const queryClient = new QueryClient();

/** The guide's component as a story: the fake posts the messages that Flinks' widget would post. */
const meta = {
  title: 'Guides/Testing',
  component: Bank,
  tags: ['!autodocs'],
  decorators: [
    (Story) => (
      <QueryClientProvider client={queryClient}>
        <FlinksProvider client={fake.client}>
          <Story />
        </FlinksProvider>
      </QueryClientProvider>
    ),
  ],
} satisfies Meta<typeof Bank>;

export default meta;

/** The bank asks a question, and the account is shown at the end. */
export const Connects: StoryObj<typeof meta> = {
  name: 'Connect a bank',
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Connect your bank' }));
    await fake.run('mfa');
    await expect(await canvas.findByText('Sample Chequing')).toBeVisible();
  },
};
