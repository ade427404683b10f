import type { QueryKey, UseQueryOptions } from '@tanstack/react-query';

/** TanStack's own options that a hook of the kit accepts. */
export interface FlinksQueryConfig<Response, Data = Response> {
  /** Derives what the component gets; it re-renders only when that changes. */
  readonly select?: (response: Response) => Data;
  readonly enabled?: boolean;
  /** Milliseconds for which a response counts as fresh. */
  readonly staleTime?: number;
}

/** The kit's options, replaced by those that the caller of a hook gave. */
export function withConfig<Response, Data, Key extends QueryKey>(
  options: UseQueryOptions<Response, Error, Response, Key>,
  config: FlinksQueryConfig<Response, Data>,
): UseQueryOptions<Response, Error, Data, Key> {
  // The kit's own `select` gives all of the response; the caller's has another type.
  const unselected: Omit<typeof options, 'select'> = options;
  return { ...unselected, ...config };
}
