import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent } from 'storybook/test';
import { onPhone } from '../../test/onPhone.tsx';
import { InstitutionPicker } from './InstitutionPicker.tsx';

const names = [
  ...[
    'Banque Érable',
    'Caisse du Fleuve',
    'Caisse populaire des Bâtisseurs et des Grands-Lacs',
    'Great Lakes Trust',
  ],
  ...['Maple Coast Bank', 'Northern Lights Credit Union', 'Prairie Savings', 'Tundra'],
];
const banks = names.map((name, index) => ({ id: String(index + 1), name, country: 'CA' }));

const meta = {
  title: 'Components/InstitutionPicker',
  component: InstitutionPicker,
  args: { institutions: { data: banks, error: null, refetch: fn() }, connect: { open: fn() } },
} satisfies Meta<typeof InstitutionPicker>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Banks: Story = {};

export const Search: Story = {
  play: async ({ canvas }) => {
    await userEvent.type(canvas.getByRole('searchbox'), 'caisse');
    await expect(canvas.getAllByRole('listitem')).toHaveLength(2);
  },
};

export const NothingFound: Story = {
  name: 'Nothing found',
  play: async ({ canvas }) => {
    await userEvent.type(canvas.getByRole('searchbox'), 'zzz');
    await expect(canvas.queryAllByRole('listitem')).toHaveLength(0);
  },
};

export const Loading: Story = { args: { institutions: { data: undefined, error: null, refetch: fn() } } };

/** The widget's own list is always there. */
export const Failed: Story = {
  args: { institutions: { data: undefined, error: new Error('Unreachable.'), refetch: fn() } },
};

export const Offline: Story = {
  args: { institutions: { data: undefined, error: null, fetchStatus: 'paused', refetch: fn() } },
};

export const Narrow: Story = { ...onPhone };
