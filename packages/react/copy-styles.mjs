// `tsc` builds the package; the style sheets are copied, with their declaration.
import { cpSync, statSync } from 'node:fs';

cpSync('src/styles', 'dist/styles', {
  recursive: true,
  filter: (file) => file.endsWith('.css') || file.endsWith('.css.d.ts') || statSync(file).isDirectory(),
});
