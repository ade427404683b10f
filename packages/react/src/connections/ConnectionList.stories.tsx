import type { Meta, StoryObj } from '@storybook/react-vite';
import { fn } from 'storybook/test';
import { sampleConnection, sampleNow } from '../../test/sampleConnection.ts';
import { ConnectionList } from './ConnectionList.tsx';

const two = [
  sampleConnection(),
  sampleConnection({
    id: 'connection-2',
    institution: 'Sample Bank',
    health: { status: 'needs-user', flinksCode: 'QUESTION_NOT_FOUND' },
  }),
];

const meta = {
  title: 'Components/ConnectionList',
  component: ConnectionList,
  args: {
    connections: { data: two, error: null, refetch: fn() },
    connect: { open: fn() },
    now: sampleNow,
  },
} satisfies Meta<typeof ConnectionList>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Two: Story = { name: 'Two banks' };
export const Loading: Story = { args: { connections: { data: undefined, error: null, refetch: fn() } } };
export const None: Story = {
  name: 'No bank',
  args: { connections: { data: [], error: null, refetch: fn() } },
};
export const Failed: Story = {
  args: { connections: { data: undefined, error: new Error('Unreachable.'), refetch: fn() } },
};
