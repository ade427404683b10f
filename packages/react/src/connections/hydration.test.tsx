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
    expect(container).toHaveTextContent('Updated 3 minutes ago');

    vi.setSystemTime(sampleNow + 120_000);
    render(card, { container, hydrate: true, wrapper: Kit });
    await act(() => vi.advanceTimersByTimeAsync(60_000));
    expect(complaints).not.toHaveBeenCalled();
    expect(screen.getByText('Updated 6 minutes ago')).toBeVisible();
  });
});
