import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { WholeFlow } from './WholeFlow.tsx';

/**
 * Everything at once: our server, the sandbox behind it, and the sandbox's widget in a frame, all inside this page.
 * Link a bank yourself: the user is `greatday_nomfa`, the password `Everyday`.
 */
const meta = {
  title: 'Introduction/The whole flow',
  component: WholeFlow,
  tags: ['!autodocs'],
} satisfies Meta<typeof WholeFlow>;

export default meta;
type Story = StoryObj<typeof meta>;

/** Yours to walk through. */
export const TryIt: Story = {};

/** Somebody links a bank and sees the two accounts that they shared. */
export const Played: Story = {
  globals: { locale: 'en', scenario: 'everyday' },
  play: async ({ canvas, canvasElement }) => {
    await userEvent.click(canvas.getByRole('button', { name: /Connect your bank/ }));
    const widget = await insideFrame(canvasElement);
    await press(widget.findByRole('button', { name: 'I agree' }));
    await press(widget.findByRole('button', { name: /Flinks ?Capital/ }));
    await fill(widget.findByLabelText('Username'), 'greatday_nomfa');
    await fill(widget.findByLabelText('Password'), 'Everyday');
    await press(widget.findByRole('button', { name: 'Sign in' }));
    await press(widget.findByLabelText(/Chequing CAD/, undefined, patience));
    await press(widget.findByLabelText(/Credit card/));
    await press(widget.findByRole('button', { name: 'Share' }));

    await expect(await canvas.findByText('Chequing CAD', undefined, patience)).toBeVisible();
    await expect(canvas.getByText('Credit card')).toBeVisible();
    await waitFor(
      () => expect(canvasElement.querySelector('[data-flinks-account-list="ready"]')).toBeVisible(),
      patience,
    );
  },
};

const patience = { timeout: 5_000 };

// Not by `userEvent`: it patches `focus` in the frame, and throws there when the frame is gone. React gives the focus
// back in the middle of a commit, to where it was, which on one origin is inside that frame.
async function press(found: Promise<HTMLElement>): Promise<void> {
  (await found).click();
}

async function fill(found: Promise<HTMLElement>, text: string): Promise<void> {
  Reflect.set(await found, 'value', text);
}

async function insideFrame(canvasElement: HTMLElement): Promise<ReturnType<typeof within>> {
  const body = await waitFor(() => {
    const found = canvasElement.querySelector('iframe')?.contentDocument?.body;
    if (!found?.querySelector('button')) throw new Error('The widget is not there yet.');
    return found;
  }, patience);
  return within(body);
}
