// `tsc` builds the package; the style sheets are copied, with their declaration.
import { cpSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { withOlderColours } from './olderColours.mjs';

cpSync('src/styles', 'dist/styles', {
  recursive: true,
  filter: (file) => file.endsWith('.css') || file.endsWith('.css.d.ts') || statSync(file).isDirectory(),
});
for (const file of readdirSync('dist/styles', { recursive: true })) {
  if (!file.endsWith('.css')) continue;
  const path = `dist/styles/${file}`;
  writeFileSync(path, withOlderColours(readFileSync(path, 'utf8')));
}

// The same rules outside of every layer, for pages whose reset or button styles are in none and so win over a layer.
const sheets = [...readFileSync('dist/styles/styles.css', 'utf8').matchAll(/@import '(.+)'/g)].map(
  ([, file]) =>
    readFileSync(`dist/styles/${file}`, 'utf8').replace(/^@layer flinks-kit \{\n([^]*)^\}$/m, '$1'),
);
writeFileSync('dist/styles/unlayered.css', sheets.join('\n'));
