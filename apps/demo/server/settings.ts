import { fileURLToPath } from 'node:url';

/** Settings of one start. */
export interface Settings {
  /** The demo's own port; the sandbox takes the next two. */
  readonly port: number;
  /**
   * The folder that keeps everything, the encryption key included, so no page server may reach it. One for each port,
   * since one process at a time may use it.
   */
  readonly dataDir: string;
  /** Serve the built page instead of compiling it with Vite. */
  readonly built: boolean;
  /** Milliseconds between two polls for collected accounts. Flinks asks for 10 seconds; the demo is quicker. */
  readonly pollMs: number;
  /** Milliseconds that the sandbox takes to collect accounts after a user signed in. */
  readonly collectionMs: number;
}

/** Reads `PORT`, `DATA_DIR`, `POLL_MS`, `COLLECTION_MS` and `--built`; throws a sentence that names what to correct. */
export function readSettings(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Settings {
  const unknown = args.find((arg) => arg !== '--built');
  if (unknown !== undefined) {
    throw new Error(
      `The demo does not know "${unknown}", so it did not start: it takes --built, and PORT from the environment.`,
    );
  }
  const port = readNumber('PORT', env['PORT'], { fallback: 4173, min: 1, max: 65_533 });
  return {
    port,
    dataDir: env['DATA_DIR'] ?? fileURLToPath(new URL(`../../../.data/demo-${port}`, import.meta.url)),
    built: args.includes('--built'),
    pollMs: readNumber('POLL_MS', env['POLL_MS'], { fallback: 1500, min: 10, max: 60_000 }),
    collectionMs: readNumber('COLLECTION_MS', env['COLLECTION_MS'], { fallback: 4000, min: 0, max: 600_000 }),
  };
}

interface Range {
  readonly fallback: number;
  readonly min: number;
  readonly max: number;
}

function readNumber(name: string, value: string | undefined, { fallback, min, max }: Range): number {
  if (value === undefined || value === '') return fallback;
  const number = Number(value);
  if (Number.isInteger(number) && number >= min && number <= max) return number;
  throw new Error(
    `${name} is "${value}", so the demo did not start: use a whole number from ${min} to ${max}.`,
  );
}
