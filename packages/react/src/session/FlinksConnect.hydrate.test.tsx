import { act } from '@testing-library/react';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { describe, expect, test, vi } from 'vitest';
import { ConnectPage, connectClient, kitWrapper, settled, testConnection } from '#test';

describe('FlinksConnect from the server', () => {
  test.each([
    ['at rest', '/', 'idle'],
    ['on a return', '/?flinks_session=s9', 'connected'],
  ])('the page that the server sent wakes up without a warning, %s', async (_when, address, status) => {
    history.replaceState(null, '', address);
    const complaint = vi.spyOn(console, 'error').mockReturnValue();
    const getSession = async () => ({ status: 'connected' as const, connection: testConnection });
    const Wrapper = kitWrapper(connectClient({ getSession }));
    const page = (
      <Wrapper>
        <ConnectPage />
      </Wrapper>
    );
    const container = document.createElement('div');
    container.innerHTML = renderToString(page);
    document.body.append(container);
    const root = await act(async () => hydrateRoot(container, page));
    await settled();
    expect(container.querySelector('[data-flinks-connect]')).toHaveAttribute('data-flinks-connect', status);
    expect(complaint).not.toHaveBeenCalled();
    act(() => root.unmount());
    container.remove();
    vi.restoreAllMocks();
  });
});
