import { knownFlinksCodes } from '@flinks-kit/core/wire';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent } from 'storybook/test';
import { RemedyMessage } from './RemedyMessage.tsx';

const meta = {
  title: 'Components/RemedyMessage',
  component: RemedyMessage,
  args: { flinksCode: 'INVALID_PASSWORD', source: 'widget', onAction: fn() },
  argTypes: {
    flinksCode: { control: 'select', options: knownFlinksCodes },
    source: { control: 'inline-radio', options: ['widget', 'authorize', 'data', 'token'] },
  },
} satisfies Meta<typeof RemedyMessage>;

export default meta;
type Story = StoryObj<typeof meta>;

export const AtTheWidget: Story = {
  name: 'In the widget',
  play: async ({ args, canvas }) => {
    await userEvent.click(canvas.getByRole('button'));
    await expect(args.onAction).toHaveBeenCalledWith('try-again');
  },
};

/** The same code during a refresh, without the user. */
export const AtARefresh: Story = { name: 'During a refresh', args: { source: 'authorize' } };
export const NothingToPress: Story = { name: 'Without a button', args: { flinksCode: 'DISABLED_LOGIN' } };
export const Waiting: Story = { args: { flinksCode: 'OPERATION_PENDING', source: 'data' } };
export const UnknownCode: Story = { name: 'Unknown code', args: { flinksCode: 'SOMETHING_NEW' } };

const everyCode: Story['render'] = ({ source, onAction }) => (
  <div style={{ display: 'grid', gap: 12 }}>
    {knownFlinksCodes.map((code) => (
      <RemedyMessage key={code} flinksCode={code} source={source} onAction={onAction} />
    ))}
  </div>
);

/** Every code that Flinks documents, in each place where it can be met. */
export const EveryCodeAtTheWidget: Story = { name: 'Every code in the widget', render: everyCode };
export const EveryCodeAtARefresh: Story = {
  name: 'Every code during a refresh',
  args: { source: 'authorize' },
  render: everyCode,
};
export const EveryCodeAtADataCall: Story = {
  name: 'Every code of a data call',
  args: { source: 'data' },
  render: everyCode,
};
export const EveryCodeAtTheToken: Story = {
  name: 'Every code of the token',
  args: { source: 'token' },
  render: everyCode,
};
