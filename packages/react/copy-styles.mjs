// `tsc` builds the package; the style sheets travel as they are.
import { cpSync } from 'node:fs';

cpSync('src/styles', 'dist/styles', { recursive: true });
