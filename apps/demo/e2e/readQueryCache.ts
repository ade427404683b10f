import type { Page } from '@playwright/test';

/**
 * The content of the page's query cache, as JSON. The app does not expose it: finds the client in the props that React
 * stores for its provider.
 */
export function readQueryCache(page: Page): Promise<string> {
  return page.evaluate(() => {
    interface Fiber {
      readonly child: Fiber | null;
      readonly memoizedProps: {
        readonly client?: { getQueryCache?(): { getAll(): { queryKey: unknown; state: unknown }[] } };
      } | null;
    }
    const root = document.getElementById('root');
    const key = Object.keys(root ?? {}).find((name) => name.startsWith('__reactContainer'));
    let fiber: Fiber | null = root === null ? null : Reflect.get(root, key ?? '');
    while (fiber !== null) {
      const cache = fiber.memoizedProps?.client?.getQueryCache?.();
      if (cache !== undefined)
        return JSON.stringify(cache.getAll().map(({ queryKey, state }) => ({ queryKey, state })));
      fiber = fiber.child;
    }
    return '';
  });
}
