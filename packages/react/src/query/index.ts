export { type AccountsQueryConfig, accountsQueryOptions } from './accountsQueryOptions.ts';
export { connectionQueryOptions } from './connectionQueryOptions.ts';
export { connectionsQueryOptions } from './connectionsQueryOptions.ts';
export { flinksKeys } from './keys.ts';
export type { FlinksQueryConfig } from './FlinksQueryConfig.ts';
export { refreshConnectionMutationOptions } from './refreshConnectionMutationOptions.ts';
export { deleteConnectionMutationOptions } from './deleteConnectionMutationOptions.ts';
export { type NightlyRefreshChange, nightlyRefreshMutationOptions } from './nightlyRefreshMutationOptions.ts';
