import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';

/**
 * Opens the folder in which the demo keeps everything: an embedded PostgreSQL, and the key that seals its rows. A real
 * app keeps its keys apart from its data. One process at a time: PGlite does not share a folder.
 */
export async function openData(folder: string): Promise<DemoData> {
  const isNew = !existsSync(`${folder}/seeded`);
  if (isNew) begin(folder);
  const pglite = await PGlite.create(`${folder}/postgres`);
  return {
    isNew,
    pglite,
    encryptionKey: readFileSync(`${folder}/key`, 'utf8'),
    markSeeded: () => writeFileSync(`${folder}/seeded`, ''),
    close: () => pglite.close(),
  };
}

/** What the demo remembers from one start to the next. */
export interface DemoData {
  /** No seed was finished here before. */
  readonly isNew: boolean;
  readonly pglite: PGlite;
  /** 32 bytes in base64. */
  readonly encryptionKey: string;
  /** From now on the folder is used as it is. */
  readonly markSeeded: () => void;
  readonly close: () => Promise<void>;
}

// A beginning that was interrupted leaves half a seed: it is begun again. Only our own files go, whatever else is there.
function begin(folder: string): void {
  for (const own of ['key', 'postgres', 'sandbox.json']) {
    rmSync(`${folder}/${own}`, { recursive: true, force: true });
  }
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/key`, randomBytes(32).toString('base64'), { mode: 0o600 });
}
