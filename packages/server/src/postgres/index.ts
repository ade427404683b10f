export { createPostgresStore, type PostgresConnection } from './createPostgresStore.ts';
export type { PGliteLike } from './PGliteDialect.ts';
