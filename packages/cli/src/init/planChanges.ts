import { join } from 'node:path';
import { readText } from '../common/files.ts';
import { newKey } from '../keys/newKey.ts';
import { addPackages } from './addPackages.ts';
import { addToGitignore } from './addToGitignore.ts';
import { addVariables, sandboxVariables } from './addVariables.ts';
import { addVitePlugin } from './addVitePlugin.ts';
import { newFiles } from './newFiles.ts';
import type { App } from './recogniseApp.ts';

/** One file that init writes. */
export interface Change {
  /** Relative to the app. */
  readonly file: string;
  /** `null` for a new file. */
  readonly before: string | null;
  readonly after: string;
  /** Whether its text must not be shown. */
  readonly isSecret: boolean;
}

/** What is still to be done in an app. A file of init's that is there already is the user's own: it stays. */
export async function planChanges(app: App): Promise<readonly Change[]> {
  const changes: Change[] = [];
  for (const { file, text } of await newFiles(app)) {
    if ((await readText(join(app.root, file))) === null)
      changes.push({ file, before: null, after: text, isSecret: false });
  }
  const edits: readonly Edit[] = [
    ['package.json', (text) => addPackages(text, app)],
    ...viteConfigs
      .filter(() => app.framework === 'vite' && app.server === null)
      .map((file): Edit => [file, (text) => (text === '' ? '' : addVitePlugin(text))]),
    [
      '.env',
      (text) => addVariables(text, { ...sandboxVariables, ENCRYPTION_KEY: newKey() }, environmentNote),
    ],
    ['.env.example', (text) => addVariables(text, exampleVariables, environmentNote)],
    ['.gitignore', addToGitignore],
  ];
  for (const [file, edit] of edits) {
    const before = await readText(join(app.root, file));
    const after = edit(before ?? '');
    if (after !== (before ?? '')) changes.push({ file, before, after, isSecret: file === '.env' });
  }
  return changes;
}

type Edit = readonly [file: string, edit: (text: string) => string];

const viteConfigs = ['vite.config.ts', 'vite.config.js', 'vite.config.mts', 'vite.config.mjs'];

const environmentNote =
  'Flinks: these are the sandbox’s. FLINKS_API_URL and FLINKS_CONNECT_URL go when Flinks gave you keys.';

// A reader of the example should see where each comes from, and no key.
const exampleVariables = { ...sandboxVariables, ENCRYPTION_KEY: '' };
