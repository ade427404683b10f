import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import { ConnectScene } from '../../test/ConnectScene.tsx';
import { ConnectProgress } from './ConnectProgress.tsx';
import { FlinksConnect } from './FlinksConnect.tsx';

/** The four steps, with the current one marked; each stage is announced once. */
const meta = {
  title: 'Components/ConnectProgress',
  component: ConnectScene,
  args: {
    children: (connect) => (
      <>
        <ConnectProgress connect={connect} />
        <FlinksConnect connect={connect} />
      </>
    ),
  },
  argTypes: { children: { control: false }, methods: { control: false } },
} satisfies Meta<typeof ConnectScene>;

export default meta;
type Story = StoryObj<typeof meta>;

function at(step: string, stage: string): Story {
  return {
    args: { messages: [{ step: 'APP_MOUNTED' }, { step }] },
    play: async ({ canvasElement }) => {
      const progress = canvasElement.querySelector('[data-flinks-progress]');
      await waitFor(() => expect(progress).toHaveAttribute('data-flinks-progress', stage));
      await expect(progress?.querySelectorAll('[aria-current="step"]')).toHaveLength(1);
      await expect(progress?.querySelector('[role="status"]')).not.toBeEmptyDOMElement();
    },
  };
}

export const Consent: Story = at('COMPONENT_LOAD_CONSENT', 'consent');
export const Institution: Story = at('COMPONENT_LOAD_INSTITUTION_SELECTOR', 'institution');
export const Credentials: Story = { name: 'Sign-in', ...at('COMPONENT_LOAD_CREDENTIAL', 'credentials') };
export const Verifying: Story = at('SUBMIT_CREDENTIAL', 'verifying');
export const SecurityQuestion: Story = { name: 'Security question', ...at('COMPONENT_LOAD_MFA', 'mfa') };
export const BankWindow: Story = { name: 'Bank window', ...at('POPUP_OPENED', 'bank-window') };
export const Accounts: Story = at('COMPONENT_LOAD_ACCOUNT_SELECTION', 'accounts');
