export {
  createPostgresStore,
  type PostgresConnection,
  type WatchableClient,
  type WatchablePool,
} from './createPostgresStore.ts';
export type { PGliteLike } from './PGliteDialect.ts';
