import { FlinksKitError } from '@flinks-kit/core';
import type { QueryClient, QueryKey, QueryObserverOptions } from '@tanstack/react-query';

/**
 * TanStack's `retry`: never where the same call cannot succeed, else by the app's own defaults, else twice.
 */
export function retryPolicy(failures: number, error: Error): boolean {
  if (error instanceof FlinksKitError && !error.retry) return false;
  const retry = appRetries.get(error) ?? 2;
  if (typeof retry === 'function') return retry(failures, error);
  return typeof retry === 'number' ? failures < retry : retry;
}

/** Waits for a response, and keeps the app's own `retry` of a failed one for `retryPolicy`. */
export async function withAppRetry<Response>(
  queryClient: QueryClient,
  queryKey: QueryKey,
  response: Promise<Response>,
): Promise<Response> {
  try {
    return await response;
  } catch (error) {
    const retry =
      queryClient.getQueryDefaults(queryKey).retry ?? queryClient.getDefaultOptions().queries?.retry;
    if (error instanceof Error && retry !== undefined) appRetries.set(error, retry);
    throw error;
  }
}

// TanStack gives a `retry` function the error and nothing else, and the kit's option hides the app's default.
const appRetries = new WeakMap<Error, NonNullable<QueryObserverOptions['retry']>>();
