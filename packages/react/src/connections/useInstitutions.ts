'use client';

import { type ConnectLanguage, type Institution, isFrench } from '@flinks-kit/core';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useFlinks } from '../provider/useFlinks.ts';
import { institutionsQueryOptions } from '../query/institutions.ts';
import { type FlinksQueryConfig, withConfig } from '../query/queryConfig.ts';

/**
 * The banks that Flinks can connect, in order of name, as a TanStack result: search them by `searchInstitutions`, and open
 * one by `connect.open({ institution: bank.id })`. In the provider's language unless one is given. Needs the server's
 * option `institutions`.
 *
 * @example
 * const { data = [] } = useInstitutions();
 * const found = searchInstitutions(data, text);
 */
export function useInstitutions<Data = readonly Institution[]>({
  language,
  ...config
}: UseInstitutionsOptions<Data> = {}): UseQueryResult<Data> {
  const { client, locale } = useFlinks();
  const wanted = language ?? (isFrench(locale) ? 'fr' : 'en');
  return useQuery(withConfig(institutionsQueryOptions(client, wanted), config));
}

/** Options of `useInstitutions`: TanStack's, and the language of the names. */
export interface UseInstitutionsOptions<Data> extends FlinksQueryConfig<readonly Institution[], Data> {
  readonly language?: ConnectLanguage | undefined;
}
