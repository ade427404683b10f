// `tsc` builds the package; the style sheets travel as they are.
import { cpSync, statSync } from 'node:fs';

cpSync('src/styles', 'dist/styles', {
  recursive: true,
  filter: (file) => file.endsWith('.css') || statSync(file).isDirectory(),
});
