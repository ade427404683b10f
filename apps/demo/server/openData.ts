import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';

/**
 * Opens the folder in which the demo keeps everything: an embedded PostgreSQL, and the key that seals its rows. A real
 * app keeps its keys apart from its data. One process at a time: PGlite does not share a folder.
 */
export async function openData(folder: string): Promise<DemoData> {
  const isNew = !existsSync(`${folder}/key`);
  mkdirSync(folder, { recursive: true });
  if (isNew) {
    writeFileSync(`${folder}/key`, randomBytes(32).toString('base64'), { mode: 0o600 });
  }
  const pglite = await PGlite.create(`${folder}/postgres`);
  return {
    isNew,
    pglite,
    encryptionKey: readFileSync(`${folder}/key`, 'utf8'),
    close: () => pglite.close(),
  };
}

/** What the demo remembers from one start to the next. */
export interface DemoData {
  /** Nothing was here before. */
  readonly isNew: boolean;
  readonly pglite: PGlite;
  /** 32 bytes in base64. */
  readonly encryptionKey: string;
  readonly close: () => Promise<void>;
}
