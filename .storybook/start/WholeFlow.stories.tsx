import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, waitFor, within } from 'storybook/test';
import { WholeFlow } from './WholeFlow.tsx';

/**
 * Everything at once: our server, the sandbox behind it, and the sandbox's widget in a frame, all inside this page.
 * Link a bank yourself: the user is `greatday_nomfa`, the password `Everyday`.
 */
const meta = {
  title: 'Start/Try it',
  component: WholeFlow,
  // The messages of the widget, in Storybook's panel of actions.
  args: { onEvent: fn() },
} satisfies Meta<typeof WholeFlow>;

export default meta;
type Story = StoryObj<typeof meta>;

/** Yours to walk through. */
export const ByYourself: Story = { name: 'Walk through it', args: { isOpen: true } };

/** The same, with a scenario in the person's place: a bank is linked, and its accounts can be chosen from. */
export const PlaysItself: Story = {
  name: 'Watch it',
  globals: { speed: '20' },
  play: async ({ args, canvas, canvasElement }) => {
    await userEvent.click(await canvas.findByRole('button'));
    await waitFor(() =>
      expect(canvasElement.querySelector('[data-flinks-account-picker="ready"]')).not.toBeNull(),
    );
    await expect(canvas.getAllByRole('radio').length).toBeGreaterThan(0);
    await expect(canvas.getByText('connected')).toBeVisible();
    await expect(args.onEvent).toHaveBeenCalledWith(expect.objectContaining({ kind: 'redirect' }));
  },
};

/** By hand: a user links a bank, and shares two accounts of nine. */
export const WalkedByHand: Story = {
  name: 'Share two accounts',
  globals: { locale: 'en', scenario: 'everyday', speed: 'by-hand' },
  play: async ({ canvas, canvasElement }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Connect your bank' }));
    const widget = await insideFrame(canvasElement);
    await press(widget.findByRole('button', { name: 'I agree' }));
    await press(widget.findByRole('button', { name: /Flinks ?Capital/ }));
    await fill(widget.findByLabelText('Username'), 'greatday_nomfa');
    await fill(widget.findByLabelText('Password'), 'Everyday');
    await press(widget.findByRole('button', { name: 'Sign in' }));
    await press(widget.findByLabelText(/Chequing CAD/));
    await press(widget.findByLabelText(/Credit card/));
    await press(widget.findByRole('button', { name: 'Share' }));

    await expect(await canvas.findByRole('radio', { name: /Chequing CAD/ })).toBeVisible();
    await expect(canvas.getByText('Credit card')).toBeVisible();
    // The card shows the end of each number that was shared.
    await waitFor(() =>
      expect(canvasElement.querySelectorAll('[data-flinks-connection-masks] > span')).toHaveLength(2),
    );
  },
};

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
  });
  return within(body);
}
