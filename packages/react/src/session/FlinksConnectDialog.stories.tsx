import type { Meta, StoryObj } from '@storybook/react-vite';
import { type ReactElement, useState } from 'react';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { ConnectScene } from '../../test/ConnectScene.tsx';
import { sampleConnection } from '../../test/sampleConnection.ts';
import { FlinksConnectDialog } from './FlinksConnectDialog.tsx';
import type { UseFlinksConnectResult } from './useFlinksConnect.ts';

/** Connecting a bank in one surface: a sheet on a phone, a card on a wider screen. */
const meta = {
  title: 'Components/FlinksConnectDialog',
  component: ConnectScene,
  args: { children: (connect) => <Page connect={connect} /> },
  argTypes: { children: { control: false }, methods: { control: false } },
  // On a docs page each in a page of its own: several modal dialogs at once would be a mess.
  parameters: { docs: { story: { inline: false, height: '44rem' } } },
} satisfies Meta<typeof ConnectScene>;

export default meta;
type Story = StoryObj<typeof meta>;

function Page({ connect }: { readonly connect: UseFlinksConnectResult }): ReactElement {
  return (
    <>
      <button type="button" data-flinks-button="" onClick={connect.open}>
        Connect
      </button>
      <output>{connect.session.status === 'exited' ? connect.session.reason : connect.session.status}</output>
      <FlinksConnectDialog connect={connect} />
    </>
  );
}

const mounted = { step: 'APP_MOUNTED' };
const atBank = [mounted, { step: 'COMPONENT_LOAD_CREDENTIAL', institution: 'FlinksCapital' }];

async function opened(canvasElement: HTMLElement, stage: string): Promise<HTMLDialogElement> {
  const dialog = canvasElement.querySelector('dialog');
  await waitFor(() => expect(dialog?.open).toBe(true));
  await waitFor(() => expect(dialog?.querySelector(`[data-flinks-progress="${stage}"]`)).not.toBeNull());
  if (!dialog) throw new Error('There is no dialog.');
  return dialog;
}

function button(dialog: HTMLElement, name: string): HTMLElement {
  const found = dialog.querySelector<HTMLElement>(`[data-flinks-button="${name}"]`);
  if (!found) throw new Error(`There is no button "${name}".`);
  return found;
}

/** Focus is inside, the page behind stands still. */
export const Open: Story = {
  args: { messages: atBank },
  play: async ({ canvasElement }) => {
    const dialog = await opened(canvasElement, 'credentials');
    await expect(dialog).toHaveAccessibleName();
    await waitFor(() => expect(dialog.contains(document.activeElement)).toBe(true));
    await expect(getComputedStyle(document.documentElement).overflow).toContain('hidden');
  },
};

/** Leaving in the middle is asked about; staying has the focus and loses nothing. */
export const AsksBeforeLeaving: Story = {
  name: 'Asks before leaving',
  args: { messages: atBank },
  play: async ({ canvasElement }) => {
    const dialog = await opened(canvasElement, 'credentials');
    await userEvent.click(button(dialog, 'close'));
    // The dialog fades in, and a frame that is not painted yet is still transparent.
    await waitFor(() => expect(within(dialog).getByRole('alertdialog')).toBeVisible());
    // A frame that a browser does not paint moves the focus a moment later.
    await waitFor(() => expect(button(dialog, 'stay')).toHaveFocus());
    await userEvent.click(button(dialog, 'stay'));
    await expect(dialog.open).toBe(true);
    await waitFor(() => expect(button(dialog, 'close')).toHaveFocus());
    await userEvent.click(button(dialog, 'close'));
  },
};

/** Leaving ends the session as `closed`, and the page scrolls again. */
export const Leaves: Story = {
  name: 'User leaves',
  args: { messages: atBank },
  play: async ({ canvas, canvasElement }) => {
    const dialog = await opened(canvasElement, 'credentials');
    await userEvent.click(button(dialog, 'close'));
    await userEvent.click(button(dialog, 'leave'));
    await waitFor(() => expect(dialog.open).toBe(false));
    await expect(canvas.getByText('closed')).toBeVisible();
    await expect(getComputedStyle(document.documentElement).overflow).not.toContain('hidden');
  },
};

/** With nothing to lose there is no question. A forced close, such as by one Esc after another, comes to the same. */
export const ClosesAtOnce: Story = {
  name: 'Closes without a question',
  args: { messages: [mounted, { step: 'COMPONENT_LOAD_CONSENT' }] },
  play: async ({ canvas, canvasElement }) => {
    const dialog = await opened(canvasElement, 'consent');
    dialog.close();
    await waitFor(() => expect(canvas.getByText('closed')).toBeVisible());
  },
};

function Leaver({ connect }: { readonly connect: UseFlinksConnectResult }): ReactElement {
  const [isThere, setThere] = useState(true);
  return (
    <>
      <button type="button" data-flinks-button="" onClick={connect.open}>
        Connect
      </button>
      <button type="button" data-flinks-button="" onClick={() => setThere(false)}>
        Go on without a bank
      </button>
      {isThere && <FlinksConnectDialog connect={connect} />}
    </>
  );
}

/** A dialog that the app takes away gives the focus back, too, and the page scrolls again. */
export const TakenAway: Story = {
  name: 'App removes the dialog',
  args: { messages: atBank, children: (connect) => <Leaver connect={connect} /> },
  play: async ({ canvas, canvasElement }) => {
    const dialog = await opened(canvasElement, 'credentials');
    await userEvent.click(button(dialog, 'close'));
    await userEvent.click(button(dialog, 'leave'));
    await userEvent.click(canvas.getByText('Connect'));
    await opened(canvasElement, 'loading');
    // Not by `userEvent`: a person could not reach it behind the dialog, but a timer of the app could.
    canvas.getByText('Go on without a bank').click();
    await waitFor(() => expect(canvasElement.querySelector('dialog')).toBeNull());
    await expect(canvas.getByText('Connect')).toHaveFocus();
    await expect(getComputedStyle(document.documentElement).overflow).not.toContain('hidden');
  },
};

/** The bank login exists already: closing puts the dialog away, and the connection is made behind it. */
export const PutAwayWhileLinking: Story = {
  name: 'Closed while linking',
  args: {
    messages: [...atBank, { step: 'REDIRECT', loginId: '00000000-0000-4000-8000-000000000001' }],
    methods: { linkConnection: () => new Promise(() => undefined) },
  },
  play: async ({ canvas, canvasElement }) => {
    const dialog = await opened(canvasElement, 'linking');
    await userEvent.click(button(dialog, 'close'));
    await waitFor(() => expect(dialog.open).toBe(false));
    await expect(canvas.getByText('linking')).toBeVisible();
  },
};

/** The end: a tick, the bank, its accounts, and one button. */
export const Success: Story = {
  args: {
    messages: [...atBank, { step: 'REDIRECT', loginId: '00000000-0000-4000-8000-000000000001' }],
    methods: { linkConnection: async () => sampleConnection({ institutionName: 'Sample Bank' }) },
  },
  play: async ({ canvas, canvasElement }) => {
    const dialog = canvasElement.querySelector('dialog')!;
    await waitFor(() => expect(dialog.querySelector('[data-flinks-success]')).not.toBeNull());
    await expect(dialog).toHaveAccessibleName(/Sample Bank/);
    await waitFor(() => expect(button(dialog, 'primary')).toHaveFocus());
    await userEvent.click(button(dialog, 'primary'));
    await waitFor(() => expect(dialog.open).toBe(false));
    await expect(canvas.getByText('connected')).toBeVisible();
  },
};

/** The notice shortens the frame from below: its top stays where it is. */
export const Offline: Story = {
  args: { messages: [...atBank, { step: 'APP_OFFLINE' }] },
  play: async ({ canvasElement }) => {
    const dialog = await opened(canvasElement, 'credentials');
    await waitFor(() => expect(dialog.querySelector('[data-flinks-notice="offline"]')).not.toBeNull());
    const frame = dialog.querySelector('iframe')!.getBoundingClientRect();
    const body = dialog.querySelector('[data-flinks-dialog-body]')!.getBoundingClientRect();
    await expect(frame.top - body.top).toBeLessThanOrEqual(1);
    await expect(frame.bottom).toBeLessThan(body.bottom);
  },
};

export const Failed: Story = {
  args: { messages: [mounted, { step: 'REDIRECT' }] },
  play: async ({ canvas, canvasElement }) => {
    const dialog = await opened(canvasElement, 'failed');
    await userEvent.click(button(dialog, 'close'));
    await waitFor(() => expect(canvas.getByText('idle')).toBeVisible());
  },
};
