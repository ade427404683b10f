import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, screen, userEvent, waitFor, within } from 'storybook/test';
import { WholeFlow } from './WholeFlow.tsx';

/**
 * Everything at once: our server, the sandbox behind it, and the sandbox's widget in a frame, all inside this page.
 * Press play in the Interactions panel to watch somebody link a bank, or do it yourself: the user is
 * `greatday_nomfa`, the password `Everyday`.
 */
const meta = {
  title: 'Introduction/The whole flow',
  component: WholeFlow,
  tags: ['!autodocs'],
} satisfies Meta<typeof WholeFlow>;

export default meta;
type Story = StoryObj<typeof meta>;

/** Yours to walk through. */
export const TryIt: Story = { tags: ['!test'] };

/** Somebody links a bank and sees two accounts. */
export const Played: Story = {
  globals: { locale: 'en', scenario: 'everyday' },
  play: async ({ canvas, canvasElement }) => {
    await userEvent.click(canvas.getByRole('button', { name: /Connect your bank/ }));
    const widget = await insideFrame(canvasElement);
    await userEvent.click(await widget.findByRole('button', { name: 'I agree' }));
    await userEvent.click(await widget.findByRole('button', { name: /Flinks ?Capital/ }));
    await userEvent.type(await widget.findByLabelText('Username'), 'greatday_nomfa');
    await userEvent.type(widget.getByLabelText('Password'), 'Everyday');
    await userEvent.click(widget.getByRole('button', { name: 'Sign in' }));
    await userEvent.click(await widget.findByLabelText(/Chequing CAD/, undefined, patience));
    await userEvent.click(widget.getByLabelText(/Credit card/));
    await userEvent.click(widget.getByRole('button', { name: 'Share' }));

    await expect(await screen.findByText('Chequing CAD', undefined, patience)).toBeVisible();
    await expect(screen.getByText('Credit card')).toBeVisible();
    await waitFor(
      () => expect(canvasElement.querySelector('[data-flinks-account-list="ready"]')).toBeVisible(),
      patience,
    );
  },
};

const patience = { timeout: 10_000 };

async function insideFrame(canvasElement: HTMLElement): Promise<ReturnType<typeof within>> {
  const frame = await waitFor(() => {
    const body = canvasElement.querySelector('iframe')?.contentDocument?.body;
    if (body === undefined || body.querySelector('button') === null)
      throw new Error('The widget is not there yet.');
    return body;
  }, patience);
  return within(frame);
}
