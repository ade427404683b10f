import type { QueryKey, UseQueryOptions } from '@tanstack/react-query';
import type { FlinksQueryConfig } from './FlinksQueryConfig.ts';

/** The kit's options with what a component asked of its own. */
export function withConfig<Answer, Data, Key extends QueryKey>(
  options: UseQueryOptions<Answer, Error, Answer, Key>,
  config: FlinksQueryConfig<Answer, Data>,
): UseQueryOptions<Answer, Error, Data, Key> {
  // The kit's own options never select, which their type can't say.
  const unselected: Omit<typeof options, 'select'> = options;
  return { ...unselected, ...config };
}
