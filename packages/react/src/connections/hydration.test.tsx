import { kitWrapper } from '#test';
import { act, render, screen } from '@testing-library/react';
import { renderToString } from 'react-dom/server';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { sampleConnection, sampleNow } from '../../test/sampleConnection.ts';
import { ConnectionCard } from './ConnectionCard.tsx';

describe('ConnectionCard from the server', () => {
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  });

  it('hydrates without a warning minutes later, and its age is true again a minute after', async () => {
    vi.useFakeTimers({ now: sampleNow });
    const complaints = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const Kit = kitWrapper({ timeZone: 'America/Toronto' });
    const card = <ConnectionCard connection={sampleConnection({ lastRefreshAt: '2026-11-20T15:02:00Z' })} />;
    const container = document.createElement('div');
    document.body.append(container);
    container.innerHTML = renderToString(<Kit>{card}</Kit>);
    expect(container).toHaveTextContent('Last updated Nov 20');

    vi.setSystemTime(sampleNow + 120_000);
    render(card, { container, hydrate: true, wrapper: Kit });
    await act(() => vi.advanceTimersByTimeAsync(60_000));
    expect(complaints).not.toHaveBeenCalled();
    expect(screen.getByText('Updated 6 minutes ago')).toBeVisible();
  });

  it.each([
    [
      'its data passes an age of a day',
      sampleConnection({ lastRefreshAt: '2026-11-19T15:10:00Z' }),
      'Data is 1 day old',
    ],
    [
      'the wait for a refresh gets shorter',
      sampleConnection({
        health: { status: 'unavailable', flinksCode: null },
        refreshableAt: '2026-11-20T15:55:00Z',
      }),
      /in 30 min/,
    ],
  ])('hydrates without a warning when %s meanwhile', async (_, connection, text) => {
    vi.useFakeTimers({ now: sampleNow });
    const complaints = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const Kit = kitWrapper({ timeZone: 'America/Toronto' });
    const card = <ConnectionCard connection={connection} />;
    const container = document.createElement('div');
    document.body.append(container);
    container.innerHTML = renderToString(<Kit>{card}</Kit>);

    vi.setSystemTime(sampleNow + 20 * 60_000);
    render(card, { container, hydrate: true, wrapper: Kit, onRecoverableError: complaints });
    await act(() => vi.advanceTimersByTimeAsync(0));
    expect(complaints).not.toHaveBeenCalled();
    expect(screen.getByText(text)).toBeVisible();
    expect(
      screen
        .getAllByRole('status')
        .map(({ textContent }) => textContent)
        .join(''),
    ).toBe('');
  });
});
