import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { SavedLogin } from '@flinks-kit/sandbox';

/** Stores the sandbox's logins in a file, as Flinks would still have them after a restart of the demo. */
export function openSandboxState(file: string): SandboxStateFile {
  const kept: Kept = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { now: 0, logins: [] };
  let logins = JSON.stringify(kept.logins);
  return {
    ...kept,
    keep(now, current) {
      const text = JSON.stringify(current);
      if (text === logins) return;
      logins = text;
      // Renaming is atomic: a crash leaves the old file or the new one, never half of it.
      writeFileSync(`${file}.new`, JSON.stringify({ now, logins: current } satisfies Kept));
      renameSync(`${file}.new`, file);
    },
  };
}

/** The stored logins, and a function that stores new ones. */
export interface SandboxStateFile extends Kept {
  /** Writes the file if the logins have changed. */
  readonly keep: (now: number, logins: readonly SavedLogin[]) => void;
}

interface Kept {
  /** Milliseconds on the demo's clock, which may run ahead: the next run must not start before it. */
  readonly now: number;
  readonly logins: readonly SavedLogin[];
}
