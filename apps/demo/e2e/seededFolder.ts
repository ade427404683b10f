import { fileURLToPath } from 'node:url';

/** The data folder that `serve.ts` seeds for the run on this port. */
export function seededFolder(port: number): string {
  return fileURLToPath(new URL(`../../../.data/e2e-${port}-seeded`, import.meta.url));
}
