import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';

/**
 * Opens the data folder: an embedded PostgreSQL, and the key that encrypts its rows. A real app keeps its keys apart
 * from its data. One process at a time: PGlite does not share a folder. Throws for a folder with files of others.
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

/** The data that outlives a restart of the demo. */
export interface DemoData {
  /** True until the folder was seeded completely. */
  readonly isNew: boolean;
  readonly pglite: PGlite;
  /** 32 bytes in base64. */
  readonly encryptionKey: string;
  /** From now on the folder is used as it is. */
  readonly markSeeded: () => void;
  readonly close: () => Promise<void>;
}

// An interrupted first start leaves half of the seed, so it starts over. Files of others are never deleted.
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
