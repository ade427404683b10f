import { fileURLToPath } from 'node:url';

/** The program that `buildServer.ts` makes for the run on this port. It lies where it finds the demo's dependencies. */
export function serverProgram(port: number): string {
  return fileURLToPath(new URL(`../node_modules/.flinks-kit-e2e/server-${port}.mjs`, import.meta.url));
}
