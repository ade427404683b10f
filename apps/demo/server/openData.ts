import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';

/**
 * Opens the folder in which the demo keeps everything: an embedded PostgreSQL, and the key that seals its rows. A real
 * app keeps its keys apart from its data. One process at a time: PGlite does not share a folder. Throws a sentence for
 * a folder that holds what is not the demo's.
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

// A beginning that was interrupted leaves half a seed: it is begun again. What is not ours is never deleted.
function begin(folder: string): void {
  mkdirSync(folder, { recursive: true });
  const mark = `${folder}/fernhill`;
  if (!existsSync(mark) && readdirSync(folder).length > 0) {
    throw new Error(
      `The folder ${folder} holds files that are not the demo's, so it did not start: let DATA_DIR name an empty one.`,
    );
  }
  writeFileSync(mark, '');
  for (const own of ['key', 'postgres', 'sandbox.json']) {
    rmSync(`${folder}/${own}`, { recursive: true, force: true });
  }
  writeFileSync(`${folder}/key`, randomBytes(32).toString('base64'), { mode: 0o600 });
}
