import { renderToString } from 'react-dom/server';
import { describe, expect, test, vi } from 'vitest';
import { ConnectPage, connectClient, kitWrapper } from '#test';

describe('FlinksConnect on a server', () => {
  test('a server without a window renders the resting page, quietly, and opens nothing', () => {
    expect(globalThis).not.toHaveProperty('window');
    const complaint = vi.spyOn(console, 'error').mockReturnValue();
    const { client, opened } = connectClient();
    const Server = kitWrapper({ client });
    const html = renderToString(
      <Server>
        <ConnectPage />
      </Server>,
    );
    expect(html).toContain('data-flinks-connect="idle"');
    expect(html).not.toContain('<iframe');
    expect(opened).toEqual([]);
    expect(complaint).not.toHaveBeenCalled();
  });
});
