export { type AccountsQueryConfig, accountsQueryOptions, allAccountsQueryOptions } from './accounts.ts';
export { connectionQueryOptions, connectionsQueryOptions } from './connections.ts';
export { institutionsQueryOptions } from './institutions.ts';
export { flinksKeys, type KeyOwner } from './keys.ts';
export {
  type ConnectionVariables,
  deleteConnectionMutationOptions,
  type NightlyRefreshChange,
  nightlyRefreshMutationOptions,
  refreshConnectionMutationOptions,
} from './mutations.ts';
export type { FlinksQueryConfig } from './queryConfig.ts';
