import { FlinksKitError } from '@flinks-kit/core';
import { freshQueryClient, renderWithKit, testClient } from '#test';
import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { useInstitutions } from '../connections/useInstitutions.ts';
import { frCA } from '../labels/frCA.ts';
import { FlinksProvider } from '../provider/FlinksProvider.tsx';
import { InstitutionPicker } from './InstitutionPicker.tsx';

const banks = ['Banque Érable', 'Caisse du Fleuve', 'Maple Coast Bank', 'Northern Lights'].map(
  (name, index) => ({ id: String(index + 1), name, country: 'CA' }),
);
const refetch = vi.fn();
const read = { data: banks, error: null, refetch };

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

  it('keeps no search of a user for the next one', async () => {
    const queryClient = freshQueryClient();
    const tree = (userId: string) => (
      <QueryClientProvider client={queryClient}>
        <FlinksProvider client={testClient({ userId })}>
          <InstitutionPicker institutions={read} connect={{ open: vi.fn() }} />
        </FlinksProvider>
      </QueryClientProvider>
    );
    const { rerender } = render(tree('ada'));
    await userEvent.type(screen.getByRole('searchbox'), 'erable');
    rerender(tree('bob'));
    expect(screen.getByRole('searchbox')).toHaveValue('');
    expect(names()).toHaveLength(banks.length);
  });

  it.each([
    ['a bank that is not listed', read],
    ['banks that are still loading', { data: undefined, error: null, refetch }],
    ['banks that could not be read', { data: undefined, error: new Error('Unreachable.'), refetch }],
  ])('leads to the list of the widget: %s', async (_, institutions) => {
    const open = vi.fn();
    renderWithKit(<InstitutionPicker institutions={institutions} connect={{ open }} />);
    await userEvent.click(screen.getByRole('button', { name: 'My bank is not listed' }));
    expect(open).toHaveBeenCalledWith({});
  });

  it.each([
    [
      'offline',
      { error: null, fetchStatus: 'paused' as const },
      'You are offline. The banks appear when you are back online.',
    ],
    ['failed', { error: new Error('Unreachable.') }, 'The banks could not be loaded.'],
  ])('announces why there is no list, and reads it again on a press: %s', async (_, facts, words) => {
    refetch.mockClear();
    const connect = { open: vi.fn() };
    const loading = { data: undefined, error: null, refetch };
    const { rerender } = renderWithKit(<InstitutionPicker institutions={loading} connect={connect} />);
    const status = screen.getByRole('status');
    expect(status).toHaveTextContent('Loading banks…');
    expect(screen.queryByRole('button', { name: 'Try again' })).not.toBeInTheDocument();
    rerender(<InstitutionPicker institutions={{ data: undefined, refetch, ...facts }} connect={connect} />);
    expect(status).toHaveTextContent(words);
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(refetch).toHaveBeenCalledOnce();
    rerender(<InstitutionPicker institutions={read} connect={connect} />);
    expect(status).toBeEmptyDOMElement();
  });

  it('keeps the list that it has while reading it again fails', () => {
    const stale = { data: banks, error: new Error('Unreachable.'), refetch };
    renderWithKit(<InstitutionPicker institutions={stale} connect={{ open: vi.fn() }} />);
    expect(names()).toHaveLength(4);
    expect(screen.queryByRole('button', { name: 'Try again' })).not.toBeInTheDocument();
  });

  it('shows 40 banks at most, and how to see others', () => {
    const many = Array.from({ length: 41 }, (_, index) => ({
      id: `${index}`,
      name: `Bank ${index}`,
      country: null,
    }));
    renderWithKit(<InstitutionPicker institutions={{ ...read, data: many }} connect={{ open: vi.fn() }} />);
    expect(screen.getAllByRole('listitem')).toHaveLength(40);
    expect(screen.getByText('Type the name of your bank to see others.')).toBeInTheDocument();
  });

  it('is in French for a provider in French', () => {
    renderWithKit(<InstitutionPicker institutions={read} connect={{ open: vi.fn() }} />, {
      locale: 'fr-CA',
      labels: frCA,
    });
    expect(screen.getByRole('group', { name: 'Choisissez votre banque' })).toBeInTheDocument();
  });
});

describe('InstitutionPicker over a query', () => {
  const connect = { open: () => undefined };
  const Picker = () => <InstitutionPicker institutions={useInstitutions()} connect={connect} />;

  it('offers no other attempt where the server does not list its banks, and names the option to developers', async () => {
    const warn = vi.spyOn(console, 'warn').mockReturnValue();
    const off = new FlinksKitError('Switched off.', { code: 'feature-off', retry: false });
    renderWithKit(<Picker />, { client: testClient({ listInstitutions: () => Promise.reject(off) }) });
    expect(await screen.findByText('The banks could not be loaded.')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Try again' })).not.toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'My bank is not listed' })).toBeEnabled();
    expect(warn).toHaveBeenCalledExactlyOnceWith(expect.stringContaining('institutions: true'));
    warn.mockRestore();
  });

  it('states nothing while no user is signed in', () => {
    const { container } = renderWithKit(<Picker />, { client: testClient({ userId: null }) });
    expect(container.querySelector('[data-flinks-institution-picker="idle"]')).toBeInTheDocument();
    expect(screen.getByRole('status')).toBeEmptyDOMElement();
    expect(screen.queryByRole('button', { name: 'Try again' })).not.toBeInTheDocument();
  });
});
