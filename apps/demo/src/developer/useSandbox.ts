import type { Fault, JournalEntry } from '@flinks-kit/sandbox';
import {
  useMutation,
  type UseMutationResult,
  useQuery,
  useQueryClient,
  type UseQueryResult,
} from '@tanstack/react-query';

/**
 * Reads the sandbox's control API, to which Fernhill's server forwards `/sandbox/*`: every two seconds while `watching`,
 * else when the page gets the focus.
 */
export function useSandbox<const Resource extends keyof SandboxResources>(
  resource: Resource,
  { watching }: { readonly watching: boolean },
): UseQueryResult<SandboxResources[Resource]> {
  return useQuery({
    queryKey: [...sandboxKey, resource],
    queryFn: ({ signal }): Promise<SandboxResources[Resource]> => call('GET', paths[resource], { signal }),
    refetchInterval: watching && 2000,
  });
}

/** Calls the control API, one request after the other, then reads again what the panel shows. */
export function useSandboxChange(): UseMutationResult<void, Error, readonly SandboxRequest[]> {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async (requests) => {
      for (const [method, path, body = {}] of requests) {
        await call(method, path, { body: JSON.stringify(body) });
      }
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: sandboxKey }),
  });
}

/** What the control API returns. The journal holds the last calls, oldest first; passwords, tokens and LoginIds are masked. */
interface SandboxResources {
  readonly clock: { readonly now: string };
  readonly faults: { readonly faults: readonly Fault[] };
  readonly journal: { readonly entries: readonly JournalEntry[] };
  readonly scenario: {
    /** The scenario that the next window plays; `null` for none. */
    readonly next: string | null;
    readonly scenarios: readonly { readonly name: string; readonly summary: string }[];
  };
  readonly webhooks: { readonly deliveries: readonly SandboxDelivery[] };
}

/** A webhook that the sandbox delivered to Fernhill's server. */
interface SandboxDelivery {
  readonly index: number;
  /** ISO 8601 in UTC, on the sandbox's clock. */
  readonly at: string;
  readonly responseType: string;
  readonly attempt: number;
  /** Of Fernhill's response; `null` for none. */
  readonly status: number | null;
}

/** One request that changes the sandbox. */
export type SandboxRequest = readonly [method: 'POST' | 'DELETE', path: string, body?: object];

const sandboxKey = ['fernhill', 'sandbox'] as const;
const paths = {
  clock: 'clock',
  faults: 'faults',
  journal: 'journal?last=40',
  scenario: 'scenario',
  webhooks: 'webhooks',
} as const satisfies Record<keyof SandboxResources, string>;

async function call(method: string, path: string, init: RequestInit) {
  const response = await fetch(`/sandbox/${path}`, {
    ...init,
    method,
    headers: { 'content-type': 'application/json' },
  });
  if (response.ok) return response.json();
  throw new Error(
    `${method} /sandbox/${path} returned ${response.status}, so the sandbox did not do it: is the demo still running?`,
  );
}
