import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { SavedLogin } from '@flinks-kit/sandbox';

/** Keeps the sandbox's logins in a file, so that what Flinks would know outlives a restart of the demo. */
export function openSandboxMemory(file: string): SandboxMemory {
  const kept: Kept = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { now: 0, logins: [] };
  let logins = JSON.stringify(kept.logins);
  return {
    ...kept,
    keep(now, current) {
      const text = JSON.stringify(current);
      if (text === logins) return;
      logins = text;
      // Renamed in one step: a crash leaves the old file or the new one, never half of it.
      writeFileSync(`${file}.new`, JSON.stringify({ now, logins: current } satisfies Kept));
      renameSync(`${file}.new`, file);
    },
  };
}

/** What the last run left, and how to leave something to the next one. */
export interface SandboxMemory extends Kept {
  /** Writes what changed since the last time; nothing when nothing did. */
  readonly keep: (now: number, logins: readonly SavedLogin[]) => void;
}

interface Kept {
  /** Milliseconds on the demo's clock, which may run ahead: the next run must not begin before it. */
  readonly now: number;
  readonly logins: readonly SavedLogin[];
}
