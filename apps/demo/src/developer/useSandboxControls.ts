import {
  queryOptions,
  useMutation,
  type UseMutationResult,
  useQuery,
  useQueryClient,
  type UseQueryResult,
} from '@tanstack/react-query';
import type { SandboxChange, SandboxControls } from './SandboxControls.ts';

/** The sandbox's state: read every two seconds while `watching`, else when the page gets the focus. */
export function useSandboxControls({
  watching,
}: {
  readonly watching: boolean;
}): UseQueryResult<SandboxControls> {
  return useQuery({ ...sandboxQuery, refetchInterval: watching ? 2000 : false });
}

/** Changes the sandbox's clock or its fault preset. */
export function useSandboxChange(): UseMutationResult<SandboxControls, Error, SandboxChange> {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async (change) => {
      const response = await fetch('/api/sandbox', {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(change),
      });
      return readControls(response);
    },
    onSuccess: (controls) => queryClient.setQueryData(sandboxQuery.queryKey, controls),
  });
}

const sandboxQuery = queryOptions({
  queryKey: ['fernhill', 'sandbox'],
  queryFn: async ({ signal }) => readControls(await fetch('/api/sandbox', { signal })),
});

async function readControls(response: Response): Promise<SandboxControls> {
  if (!response.ok)
    throw new Error(
      `GET or PUT /api/sandbox returned ${response.status}, so the panel shows no sandbox: is the demo still running?`,
    );
  return response.json();
}
