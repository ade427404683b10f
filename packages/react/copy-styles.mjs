// `tsc` builds the package; the style sheets are copied, with their declaration.
import { cpSync, readFileSync, statSync, writeFileSync } from 'node:fs';

cpSync('src/styles', 'dist/styles', {
  recursive: true,
  filter: (file) => file.endsWith('.css') || file.endsWith('.css.d.ts') || statSync(file).isDirectory(),
});

// The same rules outside of every layer, for pages whose reset or button styles are in none and so win over a layer.
const sheets = [...readFileSync('src/styles/styles.css', 'utf8').matchAll(/@import '(.+)'/g)].map(
  ([, file]) =>
    readFileSync(`src/styles/${file}`, 'utf8').replace(/^@layer flinks-kit \{\n([^]*)^\}$/m, '$1'),
);
writeFileSync('dist/styles/unlayered.css', sheets.join('\n'));
