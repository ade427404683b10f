import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Terminal } from '../src/common/Terminal.ts';

/** A folder with these files, until it is disposed of. */
export async function makeFolder(files: Readonly<Record<string, string>> = {}): Promise<Folder> {
  const path = await mkdtemp(join(tmpdir(), 'flinks-kit-cli-'));
  const folder: Folder = {
    path,
    read: (file) => readFile(join(path, file), 'utf8'),
    async write(file, text) {
      await mkdir(dirname(join(path, file)), { recursive: true });
      await writeFile(join(path, file), text);
    },
    async all() {
      const entries = await readdir(path, { recursive: true, withFileTypes: true });
      const names = entries
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name));
      const texts = await Promise.all(
        names.map(async (name) => [name.slice(path.length + 1), await readFile(name, 'utf8')]),
      );
      return Object.fromEntries(texts);
    },
    [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }),
  };
  for (const [file, text] of Object.entries(files)) await folder.write(file, text);
  return folder;
}

/** A folder of a test's own. */
export interface Folder extends AsyncDisposable {
  readonly path: string;
  readonly read: (file: string) => Promise<string>;
  readonly write: (file: string, text: string) => Promise<void>;
  /** Every file and its text. */
  readonly all: () => Promise<Readonly<Record<string, string>>>;
}

/** A terminal without a user, and what was printed on it. */
export function quietTerminal(
  cwd: string,
  env: Terminal['env'] = {},
): Terminal & { readonly printed: () => string } {
  const lines: string[] = [];
  const print = (text: string) => void lines.push(text);
  return { cwd, env, isInteractive: false, print, printError: print, printed: () => lines.join('\n') };
}
