import { renderWithKit } from '#test';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { frCA } from '../labels/frCA.ts';
import { InstitutionPicker } from './InstitutionPicker.tsx';

const banks = ['Banque Érable', 'Caisse du Fleuve', 'Maple Coast Bank', 'Northern Lights'].map(
  (name, index) => ({ id: String(index + 1), name, country: 'CA' }),
);
const read = { data: banks, error: null };

const names = () => screen.getAllByRole('listitem').map(({ textContent }) => textContent);

describe('InstitutionPicker', () => {
  it('opens the widget at the chosen bank', async () => {
    const open = vi.fn();
    renderWithKit(<InstitutionPicker institutions={read} connect={{ open }} />);
    await userEvent.click(screen.getByRole('button', { name: 'Maple Coast Bank' }));
    expect(open).toHaveBeenCalledWith({ institution: '3' });
  });

  it('finds a bank without accents and capitals, and announces how many there are', async () => {
    renderWithKit(<InstitutionPicker institutions={read} connect={{ open: vi.fn() }} />);
    await userEvent.type(screen.getByRole('searchbox', { name: 'Search for your bank' }), 'erable');
    expect(names()).toEqual(['BÉBanque Érable']);
    expect(screen.getByRole('status')).toHaveTextContent('1 bank found');
    await userEvent.type(screen.getByRole('searchbox'), 'x');
    expect(screen.getByRole('status')).toHaveTextContent('No banks found');
  });

  it.each([
    ['a bank that is not listed', read],
    ['banks that are still loading', { data: undefined, error: null }],
    ['banks that could not be read', { data: undefined, error: new Error('Unreachable.') }],
  ])('leads to the list of the widget: %s', async (_, institutions) => {
    const open = vi.fn();
    renderWithKit(<InstitutionPicker institutions={institutions} connect={{ open }} />);
    await userEvent.click(screen.getByRole('button', { name: 'My bank is not listed' }));
    expect(open).toHaveBeenCalledWith({});
  });

  it('states that it waits for the network instead of loading without an end', () => {
    const paused = { data: undefined, error: null, isPaused: true };
    renderWithKit(<InstitutionPicker institutions={paused} connect={{ open: vi.fn() }} />);
    expect(
      screen.getByText('You are offline. The banks appear when you are back online.'),
    ).toBeInTheDocument();
    expect(screen.queryByText('Loading banks…')).not.toBeInTheDocument();
  });

  it('shows 40 banks at most, and how to see others', () => {
    const many = Array.from({ length: 41 }, (_, index) => ({
      id: `${index}`,
      name: `Bank ${index}`,
      country: null,
    }));
    renderWithKit(
      <InstitutionPicker institutions={{ data: many, error: null }} connect={{ open: vi.fn() }} />,
    );
    expect(screen.getAllByRole('listitem')).toHaveLength(40);
    expect(screen.getByText('Type the name of your bank to see others.')).toBeInTheDocument();
  });

  it('speaks French', () => {
    renderWithKit(<InstitutionPicker institutions={read} connect={{ open: vi.fn() }} />, {
      locale: 'fr-CA',
      labels: frCA,
    });
    expect(screen.getByRole('group', { name: 'Choisissez votre banque' })).toBeInTheDocument();
  });
});
